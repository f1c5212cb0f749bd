import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock, DAY } from '../../platform/clock.js';
import { Jobs } from '../../platform/jobs/jobs.js';

/** Milliseconds for which an ended session, and a link that is no good any more, are kept. */
const KEPT = 30 * DAY;

/** Rows deleted in one statement. */
const BATCH = 1_000;

/** Removes what sessions and one-time links leave behind. A person's last session stays: it says when he was seen last. */
@Injectable()
export class SessionSweep {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    jobs: Jobs,
  ) {
    jobs.add({ name: 'sweep-sessions', cron: '41 3 * * *', work: () => this.sweep() });
  }

  async sweep(): Promise<void> {
    const before = this.clock.in(-KEPT);
    await this.deleteAll(ENDED_SESSIONS, before);
    await this.deleteAll(EXPIRED_LINKS, before);
    await this.deleteAll(ENDED_BUDGETS, this.clock.now());
  }

  private async deleteAll(statement: string, before: Date): Promise<void> {
    let deleted: number;
    do {
      [, deleted] = await this.dataSource.query<[unknown[], number]>(statement, [before, BATCH]);
    } while (deleted === BATCH);
  }
}

/** Their refresh tokens go with them. */
const ENDED_SESSIONS = `DELETE FROM sessions WHERE id IN (
  SELECT s.id FROM sessions s WHERE (s.ended_at < $1 OR s.expires_at < $1) AND EXISTS (
    SELECT FROM sessions n WHERE n.user_id = s.user_id AND n.last_used_at > s.last_used_at
  ) LIMIT $2)`;

const EXPIRED_LINKS = `DELETE FROM one_time_tokens WHERE hash IN (
  SELECT hash FROM one_time_tokens WHERE expires_at < $1 LIMIT $2)`;

const ENDED_BUDGETS = `DELETE FROM link_budgets WHERE key IN (
  SELECT key FROM link_budgets WHERE window_ends_at < $1 LIMIT $2)`;
