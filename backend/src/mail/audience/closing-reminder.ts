import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock, DAY } from '../../platform/clock.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { readInstallationSettings } from '../../settings/read-installation-settings.js';
import { MailQueue } from '../queue/mail-queue.js';
import { mailsTelling } from './who-is-told.js';

/** Days before a resolved ticket closes by itself. Where it closes sooner, the mail of the solution says so already. */
const DAYS_BEFORE = 2;
/** Tickets of one transaction. */
const BATCH = 200;

/** Those whose requester has not been reminded since they were resolved. `$1` to `$2` is when they were; `$3` is the last one. */
const TO_REMIND = `
  SELECT t.id FROM tickets t
  WHERE t.status = 'resolved' AND t.deleted_at IS NULL AND t.resolved_at > $1 AND t.resolved_at <= $2 AND t.id > $3
    AND NOT EXISTS (
      SELECT FROM mails m
      WHERE m.ticket_id = t.id AND m.created_at > t.resolved_at AND m.news @> '[{"kind": "closing"}]'
    )
  ORDER BY t.id LIMIT ${BATCH}`;

const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';

/** Reminds requesters that what was resolved closes soon. */
@Injectable()
export class ClosingReminder {
  constructor(
    private readonly dataSource: DataSource,
    private readonly queue: MailQueue,
    private readonly clock: Clock,
    jobs: Jobs,
  ) {
    jobs.add({ name: 'remind-before-closing', cron: '5 * * * *', work: () => this.remind() });
  }

  async remind(): Promise<void> {
    const { closingDays } = await readInstallationSettings(this.dataSource.manager);
    if (closingDays <= DAYS_BEFORE) return;
    const between = [this.clock.in(-closingDays * DAY), this.clock.in(-(closingDays - DAYS_BEFORE) * DAY)];
    let last: string | undefined = BEFORE_ALL;
    while (last !== undefined) last = await this.remindSome([...between, last]);
  }

  /** The last of a full batch, after which there may be more. */
  private remindSome(values: readonly unknown[]): Promise<string | undefined> {
    return this.dataSource.transaction(async (manager) => {
      const rows: { id: string }[] = await manager.query(TO_REMIND, [...values]);
      await this.write(manager, rows);
      return rows.length === BATCH ? rows.at(-1)?.id : undefined;
    });
  }

  private async write(manager: EntityManager, tickets: readonly { id: string }[]): Promise<void> {
    const now = this.clock.now();
    const news = { kind: 'closing', at: now.toISOString(), activityId: null, actorId: null } as const;
    const untold = tickets.map(({ id }) => ({ ticketId: id, personIds: [], news }));
    if (untold.length > 0) await this.queue.write(manager, await mailsTelling(manager, untold, null), now);
  }
}
