import type { ActivityKind } from '@deskhand/shared';
import type { ListQuery } from '../../platform/database/list-query.js';
import { monthOf } from '../chain/month-of.js';
import type { TrailFilters } from './trail-query.dto.js';

/** So many kinds are read one by one, each by its index; more of them are found along the time. */
const MOST_KINDS_APART = 8;

/** The numbers of purged tickets stand on the trail alone. */
const ticketNumbered = (number: string): string => `coalesce(
  (SELECT t.id FROM tickets t WHERE t.number = ${number}::bigint),
  (SELECT g.subject_id FROM activity g
   WHERE g.kind = 'ticket.purged' AND (g.payload->>'number')::bigint = ${number}::bigint LIMIT 1))`;

/** As the index has it. */
const ADDRESS = "coalesce(e.payload->>'ip', e.payload->>'address')";

/** The filters as conditions on `activity e`; null where one is not set. */
interface Conditions {
  /** What leaves few entries, by an index of its own. */
  readonly few: readonly string[];
  readonly range: readonly string[];
  /** Of which the index gives the entries in the order of time. */
  readonly person: string | null;
  /** Many entries, of which no index is kept. */
  readonly system: string | null;
  readonly address: string | null;
  readonly kinds: readonly ActivityKind[] | null;
}

/** The trail as it is filtered, the newest first. What is read of it is left to say. */
export function filteredTrail(readerId: string, filters: TrailFilters): Omit<ListQuery, 'select' | 'from'> {
  const parameters: unknown[] = [];
  const conditions = conditionsOf(readerId, filters, (value) => `$${parameters.push(value)}`);
  return {
    table: { name: 'activity', alias: 'e', key: 'e.position' },
    ...plannedAs(conditions),
    parameters,
    sort: {
      column: 'e.at',
      type: 'timestamptz',
      descending: true,
      tie: { column: 'e.position', type: 'bigint', descending: true },
    },
  };
}

function conditionsOf(
  readerId: string,
  { actor, subject, ticket, kind, from, to, bulkId, requestId, address }: TrailFilters,
  put: (value: unknown) => string,
): Conditions {
  const isSystem = actor === 'system';
  const personId = actor === 'me' ? readerId : isSystem ? undefined : actor;
  return {
    few: [
      ...(subject === undefined ? [] : [`e.subject_id = ${put(subject)}`]),
      ...(ticket === undefined ? [] : [`e.subject_id = ${ticketNumbered(put(ticket))}`]),
      ...(bulkId === undefined ? [] : [`e.bulk_id = ${put(bulkId)}`]),
      ...(requestId === undefined ? [] : [`e.request_id = ${put(requestId)}`]),
    ],
    range: [...(from ? since(put(from)) : []), ...(to ? [`e.at < ${put(to)}::timestamptz`] : [])],
    person: personId === undefined ? null : `e.actor_id = ${put(personId)}`,
    system: isSystem ? 'e.actor_id IS NULL' : null,
    address:
      address === undefined
        ? null
        : `e.kind IN ('session.started', 'sign_in.refused') AND ${ADDRESS} = ${put(address)}`,
    kinds: kind ?? null,
  };
}

/** Nothing stands in an earlier month than its own, but it may stand in a later one. */
function since(moment: string): string[] {
  return [`e.at >= ${moment}::timestamptz`, `e.month >= ${monthOf(moment)}`];
}

/** By which index in order, or how else. `activity-entry.entity.ts` has the indexes. */
function plannedAs(conditions: Conditions): Pick<ListQuery, 'scope' | 'where' | 'branches' | 'reach' | 'lead'> {
  const { few, range, person, system, address, kinds } = conditions;
  const ofKinds = kinds ? [kinds.map(isOfKind).join(' OR ')] : [];
  const others = [...ofKinds, ...(system ? [system] : [])];
  if (few.length > 0) {
    const rest = [...(person ? [person] : []), ...(address ? [address] : []), ...others];
    return { scope: [...range, ...few], where: rest, reach: 'gathered' };
  }
  const led = [...(address ? [address] : []), ...(person ? [person] : [])];
  if (others.length === 0) return { scope: [...range, ...led], where: [], reach: 'ordered' };
  if (led.length === 0 && !system && kinds && kinds.length <= MOST_KINDS_APART) {
    return { scope: range, where: [], branches: kinds.map(isOfKind), reach: 'ordered' };
  }
  return { scope: [...range, ...led], where: others, reach: 'walked', lead: led.length > 0 ? led : ofKinds };
}

/** Written out, for an index of some kinds serves only where the planner sees which one is asked for. */
function isOfKind(kind: ActivityKind): string {
  return `e.kind = '${kind}'`;
}
