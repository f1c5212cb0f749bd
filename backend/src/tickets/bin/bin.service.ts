import { Injectable } from '@nestjs/common';
import { isFinal, mayRestoreOrPurge } from '@deskhand/shared';
import { DataSource } from 'typeorm';
import { type Actor, originOf } from '../../auth/access/access.js';
import { Clock, DAY } from '../../platform/clock.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { NotAllowed } from '../../platform/problems.js';
import { UnitOfWork } from '../../platform/unit-of-work.js';
import { readInstallationSettings } from '../../settings/read-installation-settings.js';
import { ATTACHMENT_SWEEP } from '../attachments/attachment-sweep.js';
import { admit, admitVersion } from '../ticket/admission.js';
import type { TicketDto } from '../ticket/ticket.dto.js';
import { ticketRestored } from '../ticket/ticket.events.js';
import { toTicket } from '../ticket/ticket-row.js';
import { lockTicket, readTicketRow } from '../ticket/ticket-visibility.js';
import { TicketChange } from '../work/ticket-change.js';
import type { TicketVersion } from '../work/ticket-work.service.js';
import { purgeTickets } from './purge.js';

/** Tickets purged in one transaction. */
const BATCH = 50;

const REFUSALS = { forbidden: 'Only admins restore and purge tickets.', conflict: 'This ticket is not in the bin.' };

/** Out of the bin: back, or for good. */
@Injectable()
export class Bin {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
  ) {
    jobs.add({ name: 'purge-bin', cron: '17 * * * *', work: () => this.purgeOld() });
  }

  /** @throws NotFound, Conflict */
  restore(actor: Actor, id: string): Promise<TicketDto> {
    return this.unitOfWork.run(originOf(actor), async (transaction) => {
      const ticket = await lockTicket(transaction.manager, actor, id);
      admit({ verdict: mayRestoreOrPurge(actor, ticket), ...REFUSALS });
      const change = new TicketChange(transaction, ticket);
      change.set({ deletedAt: null }, ticketRestored(id));
      if (!ticket.assigneeWorks && !isFinal(ticket.status)) change.assign(null);
      await change.write({ undoable: false });
      return toTicket(await readTicketRow(transaction.manager, actor, id), actor);
    });
  }

  /** @throws NotAllowed, NotFound, PreconditionRequired, OutOfDate, Conflict */
  async purge(actor: Actor, { id, ifMatch }: TicketVersion): Promise<void> {
    if (actor.role !== 'admin') throw new NotAllowed(REFUSALS.forbidden);
    await this.unitOfWork.run(originOf(actor), async (transaction) => {
      const ticket = await lockTicket(transaction.manager, actor, id);
      const ruling = { verdict: mayRestoreOrPurge(actor, ticket), ...REFUSALS };
      await admitVersion(transaction.manager, actor, ticket, ifMatch, [ruling]);
      await purgeTickets(transaction, [id]);
    });
    await this.jobs.runSoon(ATTACHMENT_SWEEP);
  }

  /** Purges what has lain in the bin for as many days as the settings say. */
  async purgeOld(): Promise<void> {
    const { binDays } = await readInstallationSettings(this.dataSource.manager);
    const before = this.clock.in(-binDays * DAY);
    let purged: number;
    do {
      purged = await this.purgeSome(before);
    } while (purged === BATCH);
    await this.jobs.runSoon(ATTACHMENT_SWEEP);
  }

  private purgeSome(before: Date): Promise<number> {
    return this.unitOfWork.run({ actorId: null, requestId: null }, async (transaction) => {
      const rows: { id: string }[] = await transaction.manager.query(
        'SELECT id FROM tickets WHERE deleted_at < $1 ORDER BY deleted_at LIMIT $2 FOR UPDATE SKIP LOCKED',
        [before, BATCH],
      );
      if (rows.length > 0)
        await purgeTickets(
          transaction,
          rows.map(({ id }) => id),
        );
      return rows.length;
    });
  }
}
