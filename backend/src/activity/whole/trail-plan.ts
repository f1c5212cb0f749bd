import type { ActivityKind } from '@deskhand/shared';
import type { ListQuery } from '../../platform/database/list-query.js';
import { monthOf } from '../chain/month-of.js';
import type { TrailFilters } from './trail-query.dto.js';
import type { TimeSpan } from './trail-span.js';

/** So many kinds are read one by one, each by its index; more of them are found along the order. */
const MOST_KINDS_APART = 12;

/** Kinds about tickets are many: no index is kept of them. */
const OF_TICKETS = /^(ticket|comment|attachment|watcher)\./;

type Found = Pick<ListQuery, 'scope' | 'where' | 'branches' | 'reach' | 'lead'>;

/** The trail as it is filtered, the newest first. What is read of it is left to say. */
export function filteredTrail(
  readerId: string,
  filters: TrailFilters,
  span: TimeSpan,
): Omit<ListQuery, 'select' | 'from'> {
  const parameters: unknown[] = [];
  const put = (value: unknown): string => `$${parameters.push(value)}`;
  return {
    table: { name: 'activity', alias: 'e', key: 'e.position' },
    ...plannedAs(readerId, filters, within(span, put), put),
    parameters,
    sort: {
      column: 'e.position',
      type: 'bigint',
      descending: true,
      tie: { column: 'e.id', type: 'uuid', descending: true },
    },
  };
}

/** Whether an index gives what is asked for, whenever it was; else a bounded time is looked through. */
export function isIndexed({ subject, ticket, actor, kind, bulkId, requestId, address }: TrailFilters): boolean {
  if (subject !== undefined || ticket !== undefined) return true;
  if (bulkId !== undefined || requestId !== undefined || address !== undefined || actor === 'system') return false;
  return kind === undefined || (actor === undefined && areApart(kind));
}

/** By which index in order, or how else. `activity-entry.entity.ts` has the indexes. */
function plannedAs(readerId: string, filters: TrailFilters, range: string[], put: (value: unknown) => string): Found {
  const { actor, subject, ticket, kind, bulkId, requestId, address } = filters;
  if (kind && isIndexed(filters) && subject === undefined && ticket === undefined) {
    return { scope: range, where: [], branches: kind.map(administrative), reach: 'ordered' };
  }
  const ofSubject = [
    ...(subject === undefined ? [] : [`e.subject_id = ${put(subject)}`]),
    ...(ticket === undefined ? [] : [`e.subject_id = ${ticketNumbered(put(ticket))}`]),
  ];
  const person = actor === 'me' ? readerId : actor;
  const ofPerson = person === undefined || person === 'system' ? [] : [`e.actor_id = ${put(person)}`];
  const others = [
    ...(kind === undefined ? [] : [`e.kind IN (${kind.map((each) => `'${each}'`).join(', ')})`]),
    ...(actor === 'system' ? ['e.actor_id IS NULL'] : []),
    ...(bulkId === undefined ? [] : [`e.bulk_id = ${put(bulkId)}`]),
    ...(requestId === undefined ? [] : [`e.request_id = ${put(requestId)}`]),
    ...(address === undefined ? [] : [fromAddress(put(address))]),
  ];
  if (ofSubject.length > 0) {
    return { scope: [...range, ...ofSubject], where: [...ofPerson, ...others], reach: 'ordered' };
  }
  const scope = [...range, ...ofPerson];
  return others.length === 0 ? { scope, where: [], reach: 'ordered' } : { scope, where: others, reach: 'walked' };
}

/**
 * Nothing stands in an earlier month than its own. In a later one stands what was written while a clock had gone ahead:
 * one month more is looked through for that.
 */
function within({ from, to }: TimeSpan, put: (value: unknown) => string): string[] {
  const since = put(from);
  const until = to && put(to);
  return [
    ...[`e.at >= ${since}::timestamptz`, `e.month >= ${monthOf(since)}`],
    ...(until ? [`e.at < ${until}::timestamptz`, `e.month <= ${monthOf(until)} + interval '1 month'`] : []),
  ];
}

function areApart(kinds: readonly ActivityKind[]): boolean {
  return kinds.length <= MOST_KINDS_APART && !kinds.some((kind) => OF_TICKETS.test(kind));
}

/** Written out, for the planner takes an index of some entries only where it sees that those are asked for. */
function administrative(kind: ActivityKind): string {
  return `e.subject_type <> 'ticket' AND e.kind = '${kind}'`;
}

function ticketNumbered(number: string): string {
  return `(SELECT t.id FROM tickets t WHERE t.number = ${number}::bigint)`;
}

/** Both kinds are about people or the installation. */
function fromAddress(address: string): string {
  return `e.subject_type <> 'ticket' AND e.kind IN ('session.started', 'sign_in.refused')
    AND coalesce(e.payload->>'ip', e.payload->>'address') = ${address}`;
}
