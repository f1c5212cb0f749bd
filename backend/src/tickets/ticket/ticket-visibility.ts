import { type ActorFacts, maySee, roleMay, type StatusCode } from '@deskhand/shared';
import type { EntityManager } from 'typeorm';
import { isId } from '../../platform/ids.js';
import { NotFound } from '../../platform/problems.js';
import { SUMMARY_COLUMNS, SUMMARY_TABLES, type TicketRow } from './ticket-row.js';

/** What the rules need to know of a ticket, and what changes compare. */
export interface TicketState {
  readonly id: string;
  readonly number: string;
  readonly status: StatusCode;
  readonly requesterId: string;
  readonly assigneeId: string | null;
  readonly firstReplyAt: Date | null;
  readonly version: number;
}

/** The same rule as `maySee`, as a condition on `tickets t`: nothing is added for those who see every ticket. */
export function visibleTickets(reader: ActorFacts, parameters: unknown[]): string[] {
  if (roleMay(reader.role, 'ticket.read-all')) return [];
  parameters.push(reader.id);
  return [`t.requester_id = $${parameters.length}`];
}

const STATE_COLUMNS = `t.id, t.number, t.status, t.requester_id AS "requesterId", t.assignee_id AS "assigneeId",
  t.first_reply_at AS "firstReplyAt", t.version`;

/** The ticket's state, as long as the reader may see it. @throws NotFound */
export async function findTicket(manager: EntityManager, reader: ActorFacts, id: string): Promise<TicketState> {
  return findState(manager, reader, id, '');
}

/** The same, locked until the transaction ends, so that changes of one ticket come one after the other. @throws NotFound */
export async function lockTicket(manager: EntityManager, reader: ActorFacts, id: string): Promise<TicketState> {
  return findState(manager, reader, id, 'FOR NO KEY UPDATE');
}

async function findState(manager: EntityManager, reader: ActorFacts, id: string, lock: string): Promise<TicketState> {
  const states: TicketState[] = isId(id)
    ? await manager.query(`SELECT ${STATE_COLUMNS} FROM tickets t WHERE t.id = $1 ${lock}`, [id])
    : [];
  const state = states[0];
  if (!state || !maySee(reader, state)) throw new NotFound('ticket');
  return state;
}

/** Everything that the ticket's page shows of its facts. @throws NotFound */
export async function readTicketRow(manager: EntityManager, reader: ActorFacts, id: string): Promise<TicketRow> {
  const parameters: unknown[] = [id];
  const where = ['t.id = $1', ...visibleTickets(reader, parameters)].join(' AND ');
  const rows: TicketRow[] = isId(id) ? await manager.query(`${TICKET_QUERY} WHERE ${where}`, parameters) : [];
  const row = rows[0];
  if (!row) throw new NotFound('ticket');
  return row;
}

const TICKET_QUERY = `SELECT ${SUMMARY_COLUMNS}, t.description, r.phone AS requester_phone, r.place AS requester_place,
    t.creator_id, k.name AS creator_name, k.email AS creator_email, t.first_reply_at, t.resolved_at, t.closed_at,
    CASE WHEN t.status = 'on_hold' THEN (
      SELECT v.text FROM activity e JOIN text_versions v ON v.activity_id = e.id
      WHERE e.subject_id = t.id AND e.kind = 'ticket.status_changed' ORDER BY e.position DESC LIMIT 1
    ) END AS status_reason
  FROM ${SUMMARY_TABLES} JOIN users k ON k.id = t.creator_id`;
