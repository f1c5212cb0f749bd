import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { OneTimeTokens } from '../../../auth/accounts/one-time-tokens.service.js';
import { newId } from '../../../platform/ids.js';
import { type RecordedEvent, UnitOfWork } from '../../../platform/unit-of-work.js';
import { MailQueue, type NewMail } from '../../queue/mail-queue.js';
import { MailSecrets } from '../../queue/mail-secrets.js';
import { readAccountPerson } from './account-person.js';
import { isTold, plannedMails, type PlannedMail } from './planned-mails.js';

/** Writes the mails about accounts, and makes their links good, in the transaction of what they tell of. */
@Injectable()
export class AccountMailWriter {
  constructor(
    private readonly queue: MailQueue,
    private readonly secrets: MailSecrets,
    private readonly tokens: OneTimeTokens,
    unitOfWork: UnitOfWork,
  ) {
    unitOfWork.writeWith(async (events, manager) => {
      for (const event of events.filter(isTold)) await this.write(event, manager);
    });
  }

  private async write(event: RecordedEvent, manager: EntityManager): Promise<void> {
    const person = await readAccountPerson(manager, event.subject.id);
    if (!person) return;
    const mails: NewMail[] = [];
    for (const planned of plannedMails(person, event)) {
      mails.push(await this.linked(event, manager, person.id, planned));
    }
    await this.queue.write(manager, mails, event.at);
  }

  /** The database holds the hash of the link's secret, which is derived again when the mail is sent. */
  private async linked(
    { id: activityId, kind: happened, at }: RecordedEvent,
    manager: EntityManager,
    userId: string,
    { kind, address, ...facts }: PlannedMail,
  ): Promise<NewMail> {
    const id = newId();
    if (facts.link) {
      const secret = this.secrets.of({ kind, id });
      await this.tokens.issue({ manager, now: at }, { purpose: facts.link, userId, address, secret });
    }
    const news = [{ kind: happened, activityId, ...facts }];
    return { id, kind, recipientId: userId, address, ticketId: null, news };
  }
}
