import type { Params } from '@angular/router';
import { columnsInOrder, type ViewColumn } from '@deskhand/shared';
import type { QueueView } from '../../platform/queue-views';
import type { NewView } from '../../platform/views';
import { FILTER_KEYS, type FilterKey, sortingFrom, sortParam, valuesIn } from '../queue/queue-query';

/** The filters, the order and the page that an address shows: those of its view, and on top what it says itself. */
export function paramsOfView(address: Params, view: QueueView): Params {
  return { ...view.params, ...address };
}

/** What an address must say for a change: nothing where the view says it already, and an empty word where it takes away. */
export function changeOf(view: QueueView, change: Params): Params {
  const entries = Object.entries(change).map(([name, value]: [string, unknown]) => {
    const ofView: unknown = view.params[name];
    if (value === ofView) return [name, null];
    return [name, value ?? (ofView === undefined ? null : '')];
  });
  return Object.fromEntries(entries) as Params;
}

/** The filters by which an address differs from its view. */
export function filtersChanged(address: Params, view: QueueView): FilterKey[] {
  return FILTER_KEYS.filter((key) => differs(address, view, key));
}

/** Whether an address shows something else than its view. */
export function isChanged(address: Params, view: QueueView): boolean {
  return filtersChanged(address, view).length > 0 || differs(address, view, 'sort') || 'columns' in address;
}

function differs(address: Params, view: QueueView, key: string): boolean {
  const here: unknown = address[key];
  const there: unknown = view.params[key] ?? '';
  return here !== undefined && here !== there;
}

/** The columns that an address names. */
export function columnsIn(address: Params): ViewColumn[] | null {
  const named: unknown = address['columns'];
  return typeof named === 'string' ? columnsInOrder(named.split(',')) : null;
}

const LISTS: readonly string[] = ['status', 'phase', 'priority', 'category'];
/** The order that the API has by itself. */
const NEWEST = '-createdAt';
const FLAGS: readonly string[] = ['watching', 'unread'];

/** What is shown as a view keeps it. */
export function contentOf(params: Params, columns: readonly ViewColumn[]): Omit<NewView, 'name'> {
  const filters = FILTER_KEYS.map((key) => [key, valuesIn(params, key)] as const)
    .filter(([, values]) => values.length > 0)
    .map(([key, values]) => [key, LISTS.includes(key) ? values : FLAGS.includes(key) ? true : values.join(',')]);
  const sorting = sortingFrom(params);
  return {
    filters: Object.fromEntries(filters) as NewView['filters'],
    // By relevance goes only what is searched now.
    sort: (sorting.key === 'relevance' ? NEWEST : (sortParam(sorting) ?? NEWEST)) as NewView['sort'],
    columns: [...columns],
  };
}
