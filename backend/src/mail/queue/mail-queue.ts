import { Injectable } from '@nestjs/common';
import type { MailKind } from '@deskhand/shared';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock, MINUTE, SECOND } from '../../platform/clock.js';
import { Settings } from '../../platform/config/settings.js';
import { newId } from '../../platform/ids.js';
import type { MailContent } from '../content/mail-content.js';
import type { MailNews } from './mail-news.js';
import { PATIENCE, waitAfter } from './retry-times.js';
import { CLAIM, KEEP, SETTLE, WRITE } from './statements.js';

/** Milliseconds for which a mail belongs to whoever took it up; longer than the longest attempt. */
const LEASE = 5 * MINUTE;

/** A mail to be written. */
export interface NewMail {
  /** Given by whoever makes the secret of its link. */
  readonly id?: string;
  readonly kind: MailKind;
  readonly recipientId: string | null;
  readonly address: string;
  /** With it, the mail waits for what else happens to the ticket. */
  readonly ticketId: string | null;
  readonly news: readonly MailNews[];
}

/** A mail that this process has taken up. */
export interface ClaimedMail {
  readonly id: string;
  readonly kind: MailKind;
  readonly recipient_id: string | null;
  readonly address: string;
  readonly ticket_id: string | null;
  readonly news: readonly MailNews[];
  readonly attempts: number;
  readonly give_up_at: Date;
  readonly created_at: Date;
}

/** What came of an attempt, with the server's own words, or ours. */
export interface Outcome {
  /** `refused` is for good, `deferred` is tried again, `dropped` has nothing to tell any more. */
  readonly kind: 'delivered' | 'refused' | 'deferred' | 'dropped';
  readonly answer: string;
}

/** The mails that wait, as rows. Nothing here talks to a mail server. */
@Injectable()
export class MailQueue {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly settings: Settings,
  ) {}

  /** Writes mails with the transaction of what they tell of. What happens to a ticket soon after comes into the same mail. */
  async write(manager: EntityManager, mails: readonly NewMail[], now: Date): Promise<void> {
    if (mails.length === 0) return;
    const rows = gathered(mails).map((mail) => ({ id: newId(), ...mail }));
    const after = (milliseconds: number): Date => new Date(now.getTime() + milliseconds);
    const gathering = this.settings.MAIL_GATHERING * SECOND;
    await manager.query(WRITE, [JSON.stringify(rows), now, after(gathering), after(PATIENCE)]);
  }

  /** Takes up what is due. @param underWay how many mails this process has under way, by their domains */
  async claim(most: number, underWay: ReadonlyMap<string, number>): Promise<ClaimedMail[]> {
    const counts = JSON.stringify(Object.fromEntries(underWay));
    const values = [this.clock.now(), this.clock.in(LEASE), counts, most];
    const [mails]: [ClaimedMail[], number] = await this.dataSource.query(CLAIM, values);
    return mails;
  }

  /** Keeps what is about to be sent. @returns false where the mail is not ours any more, or tells of something else now */
  async keep({ id, attempts, news }: ClaimedMail, { subject, text, html }: MailContent): Promise<boolean> {
    const values = [id, attempts, JSON.stringify(news), subject, text, html];
    const [, kept]: [unknown[], number] = await this.dataSource.query(KEEP, values);
    return kept === 1;
  }

  /** Writes down what came of it; without effect where somebody else has taken it up meanwhile. */
  async settle(mail: ClaimedMail, { kind, answer }: Outcome): Promise<void> {
    const now = this.clock.now();
    const next = new Date(now.getTime() + waitAfter(mail.attempts));
    const deferred = next > mail.give_up_at ? 'dead' : 'queued';
    const state = { delivered: 'sent', refused: 'failed', dropped: 'cancelled', deferred }[kind];
    const endedAt = state === 'queued' ? null : now;
    const values = [mail.id, mail.attempts, state, endedAt ?? next, endedAt, now];
    await this.dataSource.query(SETTLE, [...values, kind === 'delivered', answer]);
  }
}

/** One mail for an address and a ticket: a statement cannot add to a row that it has just written. */
function gathered(mails: readonly NewMail[]): NewMail[] {
  const byKey = Map.groupBy(mails, ({ address, ticketId }) =>
    ticketId === null ? Symbol() : `${ticketId} ${address}`,
  );
  return [...byKey.values()].flatMap(([first, ...others]) =>
    first ? [{ ...first, news: [first, ...others].flatMap(({ news }) => news) }] : [],
  );
}
