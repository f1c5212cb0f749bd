import { Injectable } from '@nestjs/common';
import { MAIL_CHOICES, type MailChoice } from '@deskhand/shared';
import { DataSource } from 'typeorm';
import { invalidToken } from '../../auth/accounts/one-time-tokens.service.js';
import { MailPreferences } from '../preferences/mail-preferences.service.js';
import { Mail } from '../queue/mail.entity.js';
import { MailSecrets } from '../queue/mail-secrets.js';
import type { UnsubscriptionDto } from './unsubscription.dto.js';
import { readToken } from './unsubscribe-token.js';

/** A link's mail: whom it was for, and under which choices. */
interface Subscription {
  readonly userId: string;
  readonly choices: MailChoice[];
}

/** What a mail's news were chosen under is left where their text was erased: a reply is what that happens to. */
const WITHOUT_NEWS: readonly MailChoice[] = ['ticket_replied'];

/** Lets whoever reads a mail say that he does not want such mails, without signing in; good as often as it is asked for. */
@Injectable()
export class Unsubscriptions {
  constructor(
    private readonly dataSource: DataSource,
    private readonly preferences: MailPreferences,
    private readonly secrets: MailSecrets,
  ) {}

  /** @throws Problem `invalid_token` */
  async look(token: string): Promise<UnsubscriptionDto> {
    const { userId, choices } = await this.find(token);
    const wanted = await this.preferences.wantedBy(userId);
    return { choices, wanted: choices.some(wanted) };
  }

  /** @throws Problem `invalid_token` */
  async choose(token: string, wanted: boolean): Promise<UnsubscriptionDto> {
    const { userId, choices } = await this.find(token);
    await this.preferences.choose(userId, Object.fromEntries(choices.map((choice) => [choice, wanted])));
    return { choices, wanted };
  }

  private async find(token: string): Promise<Subscription> {
    const read = readToken(token);
    const mail = read && (await this.dataSource.manager.findOneBy(Mail, { id: read.mailId }));
    if (!read || !mail?.recipientId || !this.secrets.isOf(mail, read.secret)) throw invalidToken();
    const told = new Set<unknown>([mail.kind, ...mail.news.map(({ choice }) => choice)]);
    const choices = MAIL_CHOICES.filter((choice) => told.has(choice));
    if (choices.length > 0) return { userId: mail.recipientId, choices };
    // Mails that keep an account safe have no such link.
    if (mail.kind !== 'ticket') throw invalidToken();
    return { userId: mail.recipientId, choices: [...WITHOUT_NEWS] };
  }
}
