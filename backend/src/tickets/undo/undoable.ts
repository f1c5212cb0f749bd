import type { Transaction } from '../../platform/unit-of-work.js';
import type { LockedTicket } from '../ticket/ticket-visibility.js';
import type { TicketFactsPatch } from '../ticket/ticket.entity.js';
import { type FactsBefore, UndoableChange } from './undoable-change.entity.js';

/** Keeps what a person's change replaces; what the clock does is not for undoing. */
export async function rememberUndoable(
  { manager, now, origin }: Transaction,
  ticket: LockedTicket,
  patch: TicketFactsPatch,
): Promise<void> {
  if (origin.actorId === null) return;
  const fields = Object.keys(patch) as (keyof TicketFactsPatch)[];
  const before = Object.fromEntries(fields.map((field) => [field, ticket[field]])) as FactsBefore;
  const change = { ticketId: ticket.id, actorId: origin.actorId, at: now, version: ticket.version + 1, before };
  await manager.upsert(UndoableChange, { ...change, bulkId: origin.bulkId ?? null }, ['ticketId']);
}

export async function forgetUndoable({ manager }: Transaction, ticketId: string): Promise<void> {
  await manager.delete(UndoableChange, { ticketId });
}
