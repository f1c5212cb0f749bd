import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock, MINUTE, SECOND } from '../../platform/clock.js';
import { prepared } from '../../platform/database/preparing-client.js';
import { TooManyRequests } from '../../platform/problems.js';

/** Milliseconds. */
const WINDOW = 60 * MINUTE;
/** Links in a window to one mailbox, whoever asks: nobody can flood it. */
const MAILBOX_LIMIT = 3;
/** Links in a window that one account has sent to addresses of its choice. */
const ACCOUNT_LIMIT = 5;
/** Links in a window that are asked for from one network address, which many people may share. */
const NETWORK_LIMIT = 100;

/** Counts also what comes too late: only the end of the window makes room. */
const SPEND = prepared(`
  INSERT INTO link_budgets AS b (key, window_ends_at, used) VALUES ($1, $3, 1)
  ON CONFLICT (key) DO UPDATE SET
    used = CASE WHEN b.window_ends_at <= $2 THEN 1 ELSE b.used + 1 END,
    window_ends_at = CASE WHEN b.window_ends_at <= $2 THEN excluded.window_ends_at ELSE b.window_ends_at END
  RETURNING used, window_ends_at`);

/** How many seconds are left of the window; null while there is room. */
type Wait = number | null;

/**
 * Keeps links from flooding a mailbox. All processes count in the database, and the same steps are taken whether or not
 * an address has an account.
 */
@Injectable()
export class LinkBudgets {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Whether one more link may go to this mailbox: for whoever must not learn more. */
  async hasRoomFor(email: string): Promise<boolean> {
    return (await this.spend(mailboxKey(email), MAILBOX_LIMIT)) === null;
  }

  /** @throws TooManyRequests */
  async spendNetwork(address: string): Promise<void> {
    refuse(await this.spend(`network:${address}`, NETWORK_LIMIT));
  }

  /** A link that a signed-in person has sent to an address. @throws TooManyRequests */
  async spendOwn(userId: string, email: string): Promise<void> {
    refuse(await this.spend(`account:${userId}`, ACCOUNT_LIMIT));
    refuse(await this.spend(mailboxKey(email), MAILBOX_LIMIT));
  }

  private async spend(key: string, limit: number): Promise<Wait> {
    const now = this.clock.now();
    const rows: { used: number; window_ends_at: Date }[] = await this.dataSource.query(SPEND, [
      key,
      now,
      this.clock.in(WINDOW),
    ]);
    const { used = 0, window_ends_at: end = now } = rows[0] ?? {};
    return used <= limit ? null : Math.max(1, Math.ceil((end.getTime() - now.getTime()) / SECOND));
  }
}

/** Addresses are not kept for this. */
function mailboxKey(email: string): string {
  return `mailbox:${createHash('sha256').update(email).digest('base64url')}`;
}

function refuse(wait: Wait): void {
  if (wait === null) return;
  const minutes = Math.ceil(wait / 60);
  const detail = `Enough mails were asked for. Look into the mailbox, or try again in ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}.`;
  throw new TooManyRequests(wait, detail);
}
