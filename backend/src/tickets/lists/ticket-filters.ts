import { type ActorFacts, priorityRank, roleMay, STATUSES, type StatusCode } from '@deskhand/shared';
import type { ListQuery, ListTable } from '../../platform/database/list-query.js';
import { whoever } from '../../platform/database/preparing-client.js';
import { NotAllowed } from '../../platform/problems.js';
import { TICKET_TABLE } from '../ticket/ticket-row.js';
import { type Sight, sightOf, watchedBy } from '../ticket/ticket-visibility.js';
import { type Asked, askedFor, isAsked, searching } from '../search/word-search.js';
import { TICKET_ORDER } from './ticket-order.js';
import { type Conditions, isNarrow, isStatus, plannedAs } from './ticket-plan.js';
import type { TicketFilters } from './ticket-query.dto.js';

/** What is read of them is left to say. */
export type FilteredTickets = Omit<ListQuery, 'select' | 'from'> & {
  readonly table: ListTable;
  readonly asked: Asked | null;
};

/**
 * Those tickets that the reader may see and that fit the filters, in their order, whatever is read of them.
 *
 * @param parameters of the statement so far; takes the values of the conditions
 * @param asked the words to find, where they are not those of the query
 * @throws NotAllowed where the bin is not for these eyes
 */
export function filteredTickets(
  reader: ActorFacts,
  query: TicketFilters,
  parameters: unknown[] = [],
  asked: Asked | null = isAsked(query.q) ? askedFor(reader, query.q, parameters) : null,
): FilteredTickets {
  if (query.deleted && !roleMay(reader.role, 'ticket.restore')) throw new NotAllowed('The bin is for admins.');
  const sight = query.deleted ? THE_BIN : sightOf(reader, parameters);
  const conditions = conditionsOf(query, reader, parameters);
  const seesFew = query.deleted || sight.branches.length > 0;
  const sort = query.sort === 'relevance' ? '-createdAt' : query.sort;
  const list = {
    table: TICKET_TABLE,
    ...plannedAs(conditions, { sight, seesFew, sort }),
    parameters,
    sort: TICKET_ORDER[sort],
    asked,
  };
  if (!asked) return list;
  return { ...list, ...searching(list, asked, isNarrow(conditions, seesFew)), isSteady: false };
}

const THE_BIN: Sight = { where: ['t.deleted_at IS NOT NULL'], branches: [] };

function conditionsOf(query: TicketFilters, reader: ActorFacts, parameters: unknown[]): Conditions {
  const parameter = (value: unknown): string => `$${parameters.push(value)}`;
  const person = (value: string): string => whoever(parameter(value === 'me' ? reader.id : value));
  const each = (column: string, values: readonly unknown[] | undefined): string[] | null =>
    values ? [...new Set(values)].map((value) => `${column} = ${parameter(value)}`) : null;
  const moment = (value: Date | undefined): string | null => (value ? parameter(value) : null);
  return {
    status: statusesOf(query)?.map(isStatus) ?? null,
    priority: each('t.priority', query.priority?.map(priorityRank)),
    category: each('t.category_id', query.category),
    assignee: assigneeOf(query, person),
    requester: query.requester ? `t.requester_id = ${person(query.requester)}` : null,
    few: [
      ...(query.watching ? [watchedBy(person('me'))] : []),
      ...(query.unread ? [unreadBy(person('me'))] : []),
      ...(query.number ? [`t.number = ${parameter(query.number)}`] : []),
    ],
    turn: query.turn ? TURNS[query.turn] : null,
    created: { from: moment(query.createdFrom), to: moment(query.createdTo) },
    updated: { from: moment(query.updatedFrom), to: moment(query.updatedTo) },
  };
}

/** The rule of `turnOf` as a condition. */
const TURNS = {
  requester: "(t.status = 'waiting_requester' OR t.last_reply_by = 'staff')",
  staff: "(t.status <> 'waiting_requester' AND t.last_reply_by IS DISTINCT FROM 'staff')",
};

/** A phase is its statuses, which the indexes know. With both filters, those that fit both; undefined where none is set. */
function statusesOf({ status, phase }: TicketFilters): readonly StatusCode[] | undefined {
  if (!phase) return status;
  const inPhase = STATUSES.filter((each) => phase.includes(each.phase)).map(({ code }) => code);
  return status ? inPhase.filter((code) => status.includes(code)) : inPhase;
}

function assigneeOf({ assignee }: TicketFilters, person: (value: string) => string): string | null {
  if (assignee === undefined) return null;
  return assignee === 'none' ? 't.assignee_id IS NULL' : `t.assignee_id = ${person(assignee)}`;
}

/** An array first, as with the watched ones. */
function unreadBy(person: string): string {
  return `t.id = ANY (ARRAY(SELECT n.ticket_id FROM unread_tickets n WHERE n.user_id = ${person}))`;
}
