import { PRIORITIES, STATUS_CODES, type StatusCode } from '@deskhand/shared';
import type { ListQuery } from '../../platform/database/list-query.js';
import type { Sight } from '../ticket/ticket-visibility.js';
import type { TicketOrder } from './ticket-query.dto.js';

/** A time from (inclusive) and to (exclusive), as the parameters that hold them. */
interface Range {
  readonly from: string | null;
  readonly to: string | null;
}

/** The filters of a list as conditions on `tickets t`; null where a filter is not set. */
export interface Conditions {
  /** One for each value that is named; a ticket fits one at most. */
  readonly status: readonly string[] | null;
  readonly priority: readonly string[] | null;
  readonly category: readonly string[] | null;
  readonly assignee: string | null;
  readonly requester: string | null;
  /** What leaves few tickets, whoever reads: watched, unread, of a number. */
  readonly few: readonly string[];
  readonly turn: string | null;
  readonly created: Range;
  readonly updated: Range;
}

type Ways = Pick<ListQuery, 'where' | 'branches'>;
type Plan = Pick<ListQuery, 'scope' | 'where' | 'branches' | 'reach' | 'lead' | 'isSteady'>;

/** Who reads, and in which order. `seesFew` where what he may see is little in itself. */
interface Reading {
  readonly sight: Sight;
  readonly seesFew: boolean;
  readonly sort: TicketOrder;
}

/** In one priority the tickets are in the order of their numbers, whichever way the priorities go. */
const EACH_PRIORITY = PRIORITIES.map((_, rank) => `t.priority = ${rank}`);

export function isStatus(code: StatusCode): string {
  return `t.status = '${code}'`;
}

/** Whether few tickets come into question, whatever else is asked for. */
export function isNarrow({ few, requester }: Conditions, seesFew: boolean): boolean {
  return seesFew || few.length > 0 || requester !== null;
}

/** How such a list is found: by which index in order, or how else. `ticket.entity.ts` has the indexes. */
export function plannedAs(conditions: Conditions, { sight, seesFew, sort }: Reading): Plan {
  const by = sort.replace('-', '');
  const { scope, rest } = ranges(conditions, by);
  const few = [...conditions.few, ...(conditions.requester ? [conditions.requester] : [])];
  if (isNarrow(conditions, seesFew)) {
    const follows = by === 'createdAt' && conditions.few.length === 0 && (conditions.requester ?? sight.branches[0]);
    const reach = follows ? 'ordered' : 'gathered';
    const read = {
      scope: [...sight.where, ...scope, ...few],
      branches: sight.branches,
      reach,
      isSteady: true,
    } as const;
    return { ...read, where: [...combined(conditions), ...rest] };
  }
  const seen = [...sight.where, ...scope];
  const ways = rest.length === 0 ? waysInOrder(conditions, by) : null;
  if (ways) return { scope: seen, ...ways, reach: 'ordered', isSteady: true };
  const where = [...combined(conditions), ...rest];
  return { scope: seen, where, reach: 'walked', lead: leadOf(conditions), isSteady: fillsAnyPage(conditions) };
}

/** The ways by which an index gives in order what fits; null where none does. */
function waysInOrder(conditions: Conditions, by: string): Ways | null {
  const { status, priority, category, assignee, turn } = conditions;
  const named = Object.entries({ status, priority, category, assignee, turn }).filter(([, value]) => value !== null);
  const names = named.map(([name]) => name).join('+');
  if (names === '' && by !== 'priority') return { where: [] };
  if (by === 'priority') return ['', 'priority'].includes(names) ? merged(priority ?? EACH_PRIORITY) : null;
  if (names === 'status' && by === 'updatedAt') return status?.join() === isStatus('resolved') ? merged(status) : null;
  if (by !== 'createdAt') return null;
  if (names === 'status' || names === 'priority' || names === 'category') return merged(conditions[names] ?? []);
  if (assignee && (names === 'assignee' || names === 'status+assignee')) {
    return merged((status ?? STATUS_CODES.map(isStatus)).map((each) => `${assignee} AND ${each}`));
  }
  return null;
}

/** What nearly every walk finds a page of soon, so that it does not matter how the rest would be gathered. */
function fillsAnyPage({ updated, created, ...others }: Conditions): boolean {
  const { turn, status, priority, category, assignee } = others;
  const isAlone = [status, priority, category, assignee, updated.from, created.from].every((each) => each === null);
  return isAlone && (turn === null) !== (updated.to === null);
}

/** A list without a value fits nothing, as where the statuses and the phases that are asked for exclude each other. */
function merged(branches: readonly string[]): Ways {
  return branches.length > 0 ? { where: [], branches } : { where: ['false'] };
}

/**
 * What a walk along the order can leave out from the beginning, and what it has to look at. Nothing is changed before it
 * is created, so a bound on the one time is one on the other.
 */
function ranges({ created, updated }: Conditions, by: string): { scope: string[]; rest: string[] } {
  const ofCreation = within('t.created_at', created);
  const ofUpdate = within('t.updated_at', updated);
  if (by === 'createdAt') {
    return { scope: [...ofCreation, ...within('t.created_at', { from: null, to: updated.to })], rest: ofUpdate };
  }
  if (by === 'updatedAt') {
    return { scope: [...ofUpdate, ...within('t.updated_at', { from: created.from, to: null })], rest: ofCreation };
  }
  return { scope: [], rest: [...ofCreation, ...ofUpdate] };
}

function within(column: string, { from, to }: Range): string[] {
  return [...(from ? [`${column} >= ${from}`] : []), ...(to ? [`${column} < ${to}`] : [])];
}

function combined({ status, priority, category, assignee, turn }: Conditions): string[] {
  const named = [status, priority, category].flatMap((values) => (values ? [anyOf(values)] : []));
  return [...named, ...(assignee ? [assignee] : []), ...(turn ? [turn] : [])];
}

/** The index by which a count begins: that of the filter that leaves least, as a rule. */
function leadOf({ status, priority, category, assignee }: Conditions): string[] {
  if (assignee) return status ? [assignee, anyOf(status)] : [assignee];
  const values = status ?? category ?? priority;
  return values ? [anyOf(values)] : [];
}

function anyOf(conditions: readonly string[]): string {
  return conditions.length > 0 ? conditions.join(' OR ') : 'false';
}
