import { type ActorFacts, type Phase, priorityRank, roleMay, type StatusCode, STATUSES } from '@deskhand/shared';
import type { SortKey } from '../../platform/database/keyset.js';
import type { ListQuery } from '../../platform/database/read-page.js';
import { NotAllowed } from '../../platform/problems.js';
import { type Sight, sightOf, watchedBy } from '../ticket/ticket-visibility.js';
import type { TicketFilters, TicketSort } from './ticket-query.dto.js';

/**
 * Those tickets that the reader may see and that fit the filters, in their order, whatever is read of them.
 *
 * @throws NotAllowed where the bin is not for these eyes
 */
export function filteredTickets(reader: ActorFacts, query: TicketFilters): Omit<ListQuery, 'select' | 'from'> {
  const parameters: unknown[] = [];
  if (query.deleted && !roleMay(reader.role, 'ticket.restore')) throw new NotAllowed('The bin is for admins.');
  const sight = query.deleted ? THE_BIN : sightOf(reader, parameters);
  const where = [...sight.where, ...conditionsOf(query, reader, parameters)];
  return { where, branches: sight.branches, parameters, sort: SORTS[query.sort] };
}

const THE_BIN: Sight = { where: ['t.deleted_at IS NOT NULL'], branches: [] };

/** One condition for each filter that is set; its values go into the parameters. */
function conditionsOf(query: TicketFilters, reader: ActorFacts, parameters: unknown[]): string[] {
  const parameter = (value: unknown): string => `$${parameters.push(value)}`;
  const person = (value: string): string => parameter(value === 'me' ? reader.id : value);
  const conditions: string[] = [];
  if (query.status) conditions.push(`t.status = ANY (${parameter(query.status)})`);
  if (query.phase) conditions.push(`t.status = ANY (${parameter(statusesIn(query.phase))})`);
  if (query.priority) conditions.push(`t.priority = ANY (${parameter(query.priority.map(priorityRank))})`);
  if (query.category) conditions.push(`t.category_id = ANY (${parameter(query.category)})`);
  if (query.assignee === 'none') conditions.push('t.assignee_id IS NULL');
  else if (query.assignee) conditions.push(`t.assignee_id = ${person(query.assignee)}`);
  if (query.requester) conditions.push(`t.requester_id = ${person(query.requester)}`);
  if (query.watching) conditions.push(watchedBy(parameter(reader.id)));
  if (query.number) conditions.push(`t.number = ${parameter(query.number)}`);
  return conditions;
}

/** A phase is its statuses, which the index knows. */
function statusesIn(phases: readonly Phase[]): StatusCode[] {
  return STATUSES.filter(({ phase }) => phases.includes(phase)).map(({ code }) => code);
}

/** Ties go by number, the newest first. */
function sortBy(column: string, type: SortKey['type'], descending: boolean): SortKey {
  return { column, type, descending, tie: { column: 't.number', type: 'bigint', descending: true } };
}

const SORTS: Record<TicketSort, SortKey> = {
  '-createdAt': sortBy('t.created_at', 'timestamptz', true),
  createdAt: sortBy('t.created_at', 'timestamptz', false),
  '-updatedAt': sortBy('t.updated_at', 'timestamptz', true),
  updatedAt: sortBy('t.updated_at', 'timestamptz', false),
  '-priority': sortBy('t.priority', 'smallint', true),
  priority: sortBy('t.priority', 'smallint', false),
  '-number': sortBy('t.number', 'bigint', true),
  number: sortBy('t.number', 'bigint', false),
};
