import { Injectable } from '@nestjs/common';
import { isStaffRole, UNDO_WINDOW } from '@deskhand/shared';
import { DataSource, type EntityManager } from 'typeorm';
import { type Actor, originOf } from '../../auth/access/access.js';
import { Clock } from '../../platform/clock.js';
import { Conflict, NotFound } from '../../platform/problems.js';
import { type Transaction, UnitOfWork, type WrittenText } from '../../platform/unit-of-work.js';
import { User } from '../../users/user.entity.js';
import type { TicketDto } from '../ticket/ticket.dto.js';
import { changeUndone } from '../ticket/ticket.events.js';
import { toTicket } from '../ticket/ticket-row.js';
import { findTicket, type LockedTicket, lockWhateverItIs, readTicketRow } from '../ticket/ticket-visibility.js';
import type { TicketFactsPatch } from '../ticket/ticket.entity.js';
import { TicketChange } from '../work/ticket-change.js';
import { type FactsBefore, UndoableChange } from './undoable-change.entity.js';

/**
 * Takes back a person's own last change of a ticket, within ten minutes and unless somebody changed it since. It stands
 * above the table of transitions and the right to restore; what was written stays written.
 */
@Injectable()
export class Undo {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound, Conflict where there is nothing to undo any more */
  async undo(actor: Actor, ticketId: string): Promise<TicketDto> {
    await this.unitOfWork.run(originOf(actor), (transaction) => takeBack(transaction, actor, ticketId));
    return toTicket(await readTicketRow(this.dataSource.manager, actor, ticketId), actor);
  }

  /** The same for one ticket of a bulk change. */
  async undoOfBulk(actor: Actor, ticketId: string, bulkId: string): Promise<void> {
    await this.unitOfWork.run({ ...originOf(actor), bulkId }, (transaction) =>
      takeBack(transaction, actor, ticketId, bulkId),
    );
  }

  /** The tickets whose last change was made by this person in that bulk call, as far as it may still be undone. */
  async ticketsOfBulk(actor: Actor, bulkId: string): Promise<string[]> {
    const rows: { id: string }[] = await this.dataSource.query(
      'SELECT ticket_id AS id FROM undoable_changes WHERE bulk_id = $1 AND actor_id = $2 AND at > $3 ORDER BY 1',
      [bulkId, actor.id, this.clock.in(-UNDO_WINDOW)],
    );
    return rows.map(({ id }) => id);
  }
}

async function takeBack(transaction: Transaction, actor: Actor, ticketId: string, bulkId?: string): Promise<void> {
  const { manager, now } = transaction;
  const ticket = await lockWhateverItIs(manager, actor.id, ticketId);
  if (!ticket) throw new NotFound('ticket');
  const change = await manager.findOneBy(UndoableChange, {
    ticketId,
    actorId: actor.id,
    ...(bulkId ? { bulkId } : {}),
  });
  // A ticket that somebody put into the bin himself is one that he may still take out of it.
  if (change?.before.deletedAt === undefined) await findTicket(manager, actor, ticketId);
  if (change?.version !== ticket.version) {
    throw new Conflict('There is no change of yours to undo; somebody may have changed the ticket since.');
  }
  if (now.getTime() - change.at.getTime() > UNDO_WINDOW) {
    throw new Conflict('A change can be undone for ten minutes.');
  }
  const patch = patchOf(change.before);
  if (patch.assigneeId && !(await canWork(manager, patch.assigneeId))) patch.assigneeId = null;
  const undone = new TicketChange(transaction, ticket);
  undone.set(patch, changeUndone(ticketId, Object.keys(patch), textsTakenBack(ticket, patch)));
  await undone.write({ undoable: false });
}

/** What was kept, as the ticket holds it. */
function patchOf(before: FactsBefore): TicketFactsPatch {
  const { resolvedAt, closedAt, deletedAt, ...facts } = before;
  const times = Object.entries({ resolvedAt, closedAt, deletedAt })
    .filter(([, time]) => time !== undefined)
    .map(([field, time]) => [field, time ? new Date(time) : null] as const);
  return { ...facts, ...Object.fromEntries(times) };
}

function textsTakenBack(ticket: LockedTicket, patch: TicketFactsPatch): WrittenText[] {
  return (['subject', 'description'] as const)
    .filter((field) => patch[field] !== undefined)
    .map((field) => ({ field, text: ticket[field] }));
}

/** Whoever was disabled or demoted meanwhile does not get the ticket back. */
async function canWork(manager: EntityManager, id: string): Promise<boolean> {
  const person = await manager.findOneByOrFail(User, { id });
  return person.disabledAt === null && isStaffRole(person.role);
}
