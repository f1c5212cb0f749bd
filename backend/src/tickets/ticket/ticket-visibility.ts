import { type ActorFacts, maySee, roleMay, type TicketFacts } from '@deskhand/shared';
import type { EntityManager } from 'typeorm';
import { prepared, whoever } from '../../platform/database/preparing-client.js';
import { isId } from '../../platform/ids.js';
import { NotFound } from '../../platform/problems.js';
import { TICKET_QUERY, type TicketRow } from './ticket-row.js';

/** What the rules need to know of a ticket, as one person sees it. */
export interface TicketState extends TicketFacts {
  readonly id: string;
  readonly number: string;
  readonly assigneeId: string | null;
  readonly createdAt: Date;
  readonly firstReplyAt: Date | null;
  readonly version: number;
}

/** A ticket that is about to be changed, with everything that a change may replace. */
export interface LockedTicket extends TicketState {
  readonly subject: string;
  readonly description: string;
  readonly priority: number;
  readonly categoryId: string | null;
  readonly resolvedAt: Date | null;
  readonly closedAt: Date | null;
  readonly deletedAt: Date | null;
  /** False where the assignee was disabled or is no agent any more. */
  readonly assigneeWorks: boolean;
}

/**
 * The same rule as `maySee`, as conditions on `tickets t`. A ticket is seen if it fits all of `where` and one of `branches`,
 * where there are some: two ways to a ticket are two ordered reads, not an OR.
 */
export interface Sight {
  readonly where: string[];
  readonly branches: string[];
}

/** @param parameters takes the values of the conditions */
export function sightOf(reader: ActorFacts, parameters: unknown[]): Sight {
  const where = ['t.deleted_at IS NULL'];
  if (roleMay(reader.role, 'ticket.read-all')) return { where, branches: [] };
  const me = whoever(`$${parameters.push(reader.id)}`);
  return { where, branches: [`t.requester_id = ${me}`, `t.requester_id <> ${me} AND ${watchedBy(me)}`] };
}

/** An array first, because of its size only the planner could be wrong: a person watches few tickets. */
export function watchedBy(person: string): string {
  return `t.id = ANY (ARRAY(SELECT w.ticket_id FROM ticket_watchers w WHERE w.user_id = ${person}))`;
}

/** `$1` is the ticket, `$2` the reader. */
const STATE_COLUMNS = `t.id, t.number, t.status, t.requester_id AS "requesterId", t.assignee_id AS "assigneeId",
  t.created_at AS "createdAt", t.first_reply_at AS "firstReplyAt", t.first_reply_at IS NOT NULL AS answered,
  t.deleted_at IS NOT NULL AS deleted,
  EXISTS (SELECT FROM ticket_watchers w WHERE w.ticket_id = t.id AND w.user_id = $2) AS watching, t.version`;

const LOCKED_COLUMNS = `${STATE_COLUMNS}, t.subject, t.description, t.priority, t.category_id AS "categoryId",
  t.resolved_at AS "resolvedAt", t.closed_at AS "closedAt", t.deleted_at AS "deletedAt", t.assignee_id IS NULL OR EXISTS (
    SELECT FROM users u WHERE u.id = t.assignee_id AND u.disabled_at IS NULL AND u.role <> 'employee'
  ) AS "assigneeWorks"`;

const STATE_QUERY = prepared(`SELECT ${STATE_COLUMNS} FROM tickets t WHERE t.id = $1`);
const LOCKED_QUERY = prepared(`SELECT ${LOCKED_COLUMNS} FROM tickets t WHERE t.id = $1 FOR NO KEY UPDATE OF t`);

/** The ticket's state, as long as the reader may see it. @throws NotFound */
export async function findTicket(manager: EntityManager, reader: ActorFacts, id: string): Promise<TicketState> {
  const ticket = await readState<TicketState>(manager, STATE_QUERY, id, [reader.id]);
  if (!ticket || !maySee(reader, ticket)) throw new NotFound('ticket');
  return ticket;
}

/** The same, locked until the transaction ends, so that changes of one ticket come one after the other. @throws NotFound */
export async function lockTicket(manager: EntityManager, reader: ActorFacts, id: string): Promise<LockedTicket> {
  const ticket = await lockWhateverItIs(manager, reader.id, id);
  if (!ticket || !maySee(reader, ticket)) throw new NotFound('ticket');
  return ticket;
}

/** The same without a look at who may see it: for the clock, and for undoing one's own deletion. */
export async function lockWhateverItIs(
  manager: EntityManager,
  readerId: string | null,
  id: string,
): Promise<LockedTicket | undefined> {
  return readState<LockedTicket>(manager, LOCKED_QUERY, id, [readerId]);
}

async function readState<State>(
  manager: EntityManager,
  query: string,
  id: string,
  more: readonly unknown[],
): Promise<State | undefined> {
  if (!isId(id)) return undefined;
  const states: State[] = await manager.query(query, [id, ...more]);
  return states[0];
}

const ONE_TICKET = prepared(`${TICKET_QUERY} WHERE t.id = $1`);

/** Everything that the ticket's page shows of its facts; admins see those in the bin too. @throws NotFound */
export async function readTicketRow(manager: EntityManager, reader: ActorFacts, id: string): Promise<TicketRow> {
  const rows: TicketRow[] = isId(id)
    ? await manager.query(ONE_TICKET, [id, reader.id, roleMay(reader.role, 'ticket.read-all')])
    : [];
  const row = rows[0];
  if (!row || !maySee(reader, factsOf(row))) throw new NotFound('ticket');
  return row;
}

function factsOf(row: TicketRow): TicketFacts {
  return {
    requesterId: row.requester_id,
    status: row.status,
    watching: row.watching,
    answered: row.first_reply_at !== null,
    deleted: row.deleted_at !== null,
  };
}
