import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock, DAY, MINUTE } from '../../platform/clock.js';
import { Settings } from '../../platform/config/settings.js';
import type { MailStateDto } from './mail.dto.js';

/** Milliseconds after which a mail that still waits is stuck. */
export const STUCK_AFTER = 15 * MINUTE;
/** Milliseconds for which it is told of what failed. */
const RECENTLY = 7 * DAY;

interface StandingRow {
  readonly waiting: number;
  readonly stuck: number;
  readonly oldest: Date | null;
  readonly failed: number;
  readonly dead: number;
}

/** Both counts read small indexes: of what waits, and of what failed. */
const STANDING = `SELECT w.waiting, w.stuck, w.oldest, e.failed, e.dead FROM
  (SELECT count(*)::integer AS waiting, (count(*) FILTER (WHERE created_at < $1))::integer AS stuck, min(created_at) AS oldest
   FROM mails WHERE state IN ('queued', 'sending')) AS w,
  (SELECT (count(*) FILTER (WHERE state = 'failed'))::integer AS failed, (count(*) FILTER (WHERE state = 'dead'))::integer AS dead
   FROM mails WHERE state IN ('failed', 'dead') AND ended_at >= $2) AS e`;

/** Whether mail leaves, for the banner of admins. */
@Injectable()
export class MailStanding {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly settings: Settings,
  ) {}

  async read(): Promise<MailStateDto> {
    const values = [this.clock.in(-STUCK_AFTER), this.clock.in(-RECENTLY)];
    const [row]: StandingRow[] = await this.dataSource.query(STANDING, values);
    if (!row) throw new Error('a count gave no row');
    const { waiting, stuck, failed, dead, oldest } = row;
    const oldestWaitingAt = oldest?.toISOString() ?? null;
    return { transport: this.settings.mailRoute, waiting, stuck, failed, dead, oldestWaitingAt };
  }
}
