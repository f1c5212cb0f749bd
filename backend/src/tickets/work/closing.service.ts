import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock, DAY } from '../../platform/clock.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { UnitOfWork } from '../../platform/unit-of-work.js';
import { readInstallationSettings } from '../../settings/read-installation-settings.js';
import { lockWhateverItIs } from '../ticket/ticket-visibility.js';
import { TicketChange } from './ticket-change.js';

/** Tickets closed in one transaction. */
const BATCH = 50;

/** Closes what was resolved and to which nobody objected for as many days as the settings say. */
@Injectable()
export class Closing {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    jobs: Jobs,
  ) {
    jobs.add({ name: 'close-resolved-tickets', cron: '*/10 * * * *', work: () => this.closeResolved() });
  }

  async closeResolved(): Promise<void> {
    const { closingDays } = await readInstallationSettings(this.dataSource.manager);
    const before = this.clock.in(-closingDays * DAY);
    let closed: number;
    do {
      closed = await this.closeSome(before);
    } while (closed === BATCH);
  }

  private closeSome(before: Date): Promise<number> {
    return this.unitOfWork.run({ actorId: null, requestId: null }, async (transaction) => {
      const rows: { id: string }[] = await transaction.manager.query(
        `SELECT id FROM tickets WHERE status = 'resolved' AND resolved_at < $1 AND deleted_at IS NULL
         ORDER BY resolved_at LIMIT $2 FOR NO KEY UPDATE SKIP LOCKED`,
        [before, BATCH],
      );
      for (const { id } of rows) {
        const ticket = await lockWhateverItIs(transaction.manager, null, id);
        if (!ticket) continue;
        const change = new TicketChange(transaction, ticket);
        change.moveTo('closed', { automatic: true });
        await change.write({ undoable: false });
      }
      return rows.length;
    });
  }
}
