import { STATUSES } from '@deskhand/shared';
import type { EntityManager } from 'typeorm';
import type { Transaction } from '../../platform/unit-of-work.js';
import { ticketAssigned } from '../ticket/ticket.events.js';

const OPEN = STATUSES.filter(({ phase }) => phase !== 'done').map(({ code }) => code);

/** How many tickets wait for that person, as far as they would be handed over. */
export async function countOpenTickets(manager: EntityManager, assigneeId: string): Promise<number> {
  const rows: { open: number }[] = await manager.query(
    'SELECT count(*)::int AS open FROM tickets WHERE assignee_id = $1 AND status = ANY ($2) AND deleted_at IS NULL',
    [assigneeId, OPEN],
  );
  return rows[0]?.open ?? 0;
}

/** Gives the open tickets of somebody who cannot work on them any more to somebody else, or back to nobody. */
export async function handOverOpenTickets(transaction: Transaction, from: string, to: string | null): Promise<number> {
  const { manager, now } = transaction;
  const [rows]: [{ id: string; assignee_id: string | null }[], number] = await manager.query(
    `UPDATE tickets SET assignee_id = CASE WHEN requester_id = $2 THEN NULL ELSE $2::uuid END,
       version = version + 1, updated_at = $3
     WHERE assignee_id = $1 AND status = ANY ($4) AND deleted_at IS NULL RETURNING id, assignee_id`,
    [from, to, now, OPEN],
  );
  await transaction.record(...rows.map(({ id, assignee_id }) => ticketAssigned(id, { from, to: assignee_id })));
  return rows.length;
}
