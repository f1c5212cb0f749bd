import type { Params } from '@angular/router';
import { PHASES, phaseOf, PRIORITIES, type Side, SIDES, STATUS_CODES, type StatusCode } from '@deskhand/shared';
import { textIn } from '../../platform/query-params';
import type { ListQuery } from '../model/ticket-list';

export const ROWS = 25;
export const SORT_KEYS = ['createdAt', 'updatedAt', 'priority', 'number', 'relevance'] as const;
export type SortKey = (typeof SORT_KEYS)[number];

/** The filters of the address; a list of values is comma-separated there and here. */
export const FILTER_KEYS = [
  ...(['status', 'priority', 'category', 'assignee', 'phase', 'requester', 'number', 'turn', 'unread'] as const),
  ...(['createdFrom', 'createdTo', 'updatedFrom', 'updatedTo', 'q'] as const),
] as const;
export type FilterKey = (typeof FILTER_KEYS)[number];

export interface Sorting {
  readonly key: SortKey;
  readonly direction: 'asc' | 'desc';
}

/** What the API is asked for. Only what it knows goes there: an address may carry anything. */
export function listQueryFrom(params: Params): ListQuery {
  const kept = [...FILTER_KEYS, 'sort', 'cursor'].flatMap((key) => {
    const value = textIn(params, key);
    if (value === '' || (key === 'sort' && value === 'relevance' && textIn(params, 'q') === '')) return [];
    return [[key, value] as const];
  });
  return { ...Object.fromEntries(kept), limit: String(ROWS), total: 'true' };
}

export function sortingFrom(params: Params): Sorting {
  const sort = textIn(params, 'sort');
  const key = SORT_KEYS.find((candidate) => candidate === sort.replace(/^-/, ''));
  if (key === 'relevance' && textIn(params, 'q') !== '') return { key, direction: 'desc' };
  return key && key !== 'relevance'
    ? { key, direction: sort.startsWith('-') ? 'desc' : 'asc' }
    : { key: 'createdAt', direction: 'desc' };
}

/** The order that the API has by itself needs no word in the address. */
export function sortParam({ key, direction }: Sorting): string | null {
  const sort = direction === 'asc' || key === 'relevance' ? key : `-${key}`;
  return sort === '-createdAt' ? null : sort;
}

export function valuesIn(params: Params, key: FilterKey): string[] {
  return textIn(params, key).split(',').filter(Boolean);
}

/** The statuses that a view can have: others would find nothing. */
export function statusesIn(params: Params): StatusCode[] {
  const phases = valuesIn(params, 'phase').filter((phase) => PHASES.some((known) => known === phase));
  return STATUS_CODES.filter((status) => phases.length === 0 || phases.includes(phaseOf(status)));
}

/** The filters that are shown as such; those that make a standing view what it is belong to its name. */
export function narrowingKeys(params: Params, ofView: Params): FilterKey[] {
  return FILTER_KEYS.filter((key) => textIn(params, key) !== '' && textIn(params, key) !== textIn(ofView, key));
}

/** Where in the whole list the page begins; the cursor alone does not tell. */
export function firstRowIn(params: Params): number {
  const from = Number(textIn(params, 'from'));
  return textIn(params, 'cursor') !== '' && Number.isInteger(from) && from > 0 ? from : 1;
}

export function isPriority(value: string): value is (typeof PRIORITIES)[number] {
  return PRIORITIES.some((priority) => priority === value);
}

export function isStatus(value: string): value is StatusCode {
  return STATUS_CODES.some((status) => status === value);
}

export function isSide(value: string): value is Side {
  return SIDES.some((side) => side === value);
}
