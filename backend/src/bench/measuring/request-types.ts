import { STANDING_VIEWS, type StandingView } from '@deskhand/shared';
import type { Searches } from '../texts/searches.js';

export type Reader = 'agent' | 'employee';

/** Requests of one kind, with what is promised of them. */
export interface RequestType {
  readonly promise: 'P01' | 'P02' | 'reports' | 'aside';
  readonly name: string;
  readonly reader: Reader;
  /** Without the beginning that all have; sent in turn where there are several. */
  readonly paths: readonly string[];
  /** Rows that its plans may read; null where nothing is promised. */
  readonly bound: number | null;
}

/** What requests name of the installation. */
export interface Samples {
  /** Someone who has filed very many tickets. */
  readonly busyRequester: string;
  readonly category: string;
  readonly number: number;
  readonly ticketIds: readonly string[];
  /** Days on which to begin or end, as RFC 3339 dates. */
  readonly monthAgo: string;
  readonly yearAgo: string;
  /** Cursors of the list that is not filtered. */
  readonly cursors: Readonly<Record<'second page' | '40th page' | 'page in the middle', string>>;
}

const LIST_BOUND = 5_000;
const SEARCH_BOUND = 20_000;
const COUNT_BOUND = 50_000;
const OPEN = 'new,active,waiting';

/** Filters by themselves. */
function singleFilters(samples: Samples): Record<string, string> {
  return {
    'status=in_progress': 'status=in_progress',
    'status=closed': 'status=closed',
    'phase=waiting': 'phase=waiting',
    'priority=urgent': 'priority=urgent',
    'category=…': `category=${samples.category}`,
    'assignee=me': 'assignee=me',
    'assignee=none': 'assignee=none',
    'requester=…': `requester=${samples.busyRequester}`,
    'watching=true': 'watching=true',
    'unread=true': 'unread=true',
    'turn=staff': 'turn=staff',
    'turn=requester': 'turn=requester',
    'number=…': `number=${samples.number}`,
    'createdFrom=…': `createdFrom=${samples.monthAgo}`,
    'createdTo=…': `createdTo=${samples.yearAgo}`,
    'updatedFrom=…': `updatedFrom=${samples.monthAgo}`,
    'updatedTo=…': `updatedTo=${samples.yearAgo}`,
  };
}

const OWN_LISTS = { 'own and watched': '', 'own, by update': 'sort=-updatedAt', 'own open': `phase=${OPEN}` };

/** The views that everybody of an audience has, as the list takes them. */
function standingViews(audience: StandingView['for']): Record<string, string> {
  const views = STANDING_VIEWS.filter((view) => view.for === audience && Object.keys(view.filters).length > 0);
  return Object.fromEntries(
    views.map(({ name, filters, sort }) => [
      `view ${name}`,
      [...Object.entries(filters), ['sort', sort]].map(([key, value]) => `${key}=${String(value)}`).join('&'),
    ]),
  );
}

const list = (query: string): string => (query === '' ? '/tickets' : `/tickets?${query}`);

/** Everything that is measured beside the bare server. */
export function requestTypes(samples: Samples, searches: Searches): RequestType[] {
  const of = (promise: RequestType['promise'], reader: Reader, bound: number | null) => (queries: object) =>
    Object.entries(queries).map(([name, query]) => ({ promise, name, reader, paths: [list(String(query))], bound }));
  const one = (name: string, path: (id: string) => string, reader: Reader = 'agent'): RequestType => ({
    ...{ promise: 'P01', name, reader, bound: LIST_BOUND },
    paths: samples.ticketIds.map(path),
  });
  const pages = Object.entries(samples.cursors).map(([name, cursor]): [string, string] => [name, `cursor=${cursor}`]);
  return [
    ...of('P01', 'agent', LIST_BOUND)({ 'list, 25 newest': '' }),
    ...of('P01', 'agent', LIST_BOUND)(singleFilters(samples)),
    ...of('P01', 'agent', LIST_BOUND)(standingViews('staff')),
    ...of('P01', 'employee', LIST_BOUND)({ ...OWN_LISTS, ...standingViews('everybody') }),
    ...of('P01', 'agent', LIST_BOUND)(Object.fromEntries(pages)),
    one('one ticket', (id) => `/tickets/${id}`),
    one('comments of a ticket', (id) => `/tickets/${id}/comments`),
    one('trail of a ticket', (id) => `/tickets/${id}/activity`),
    ...of(
      'aside',
      'agent',
      COUNT_BOUND,
    )({ 'list with total': 'total=true', 'open with total': `phase=${OPEN}&total=true` }),
    { promise: 'aside', name: 'counts of the views', reader: 'agent', bound: COUNT_BOUND, paths: ['/views/counts'] },
    ...Object.entries(reports(samples)).map(([name, path]): RequestType => ({
      promise: 'reports',
      name,
      reader: 'agent',
      paths: [path],
      bound: null,
    })),
    ...searchTypes(searches).flatMap(([name, q]) => of('P02', 'agent', SEARCH_BOUND)({ [name]: `q=${q}` })),
    ...of('P02', 'employee', SEARCH_BOUND)({ 'an employee searches': `q=${searches.common}` }),
  ];
}

function reports({ yearAgo }: Samples): Record<string, string> {
  const year = `from=${yearAgo.slice(0, 10)}`;
  return {
    'report: overview': '/reports/overview',
    'report: volume of a year': `/reports/volume?${year}`,
    'report: first replies of a year': `/reports/first-replies?${year}`,
    'report: resolutions of a year': `/reports/resolutions?${year}`,
    'report: open': '/reports/open',
  };
}

function searchTypes({ rare, common, frequent, neverTogether, beginning }: Searches): [string, string][] {
  return [
    [`stands once (${rare})`, rare],
    [`common (${common})`, common],
    ...frequent.map((word): [string, string] => [`frequent (${word})`, word]),
    [`never together (${neverTogether.join(' ')})`, neverTogether.join('+')],
    [`beginning (${beginning})`, beginning],
    ['nothing found', 'pritnerqx'],
  ];
}

/** Two filters at a time in every order that there is. */
export function combinations(samples: Samples, sorts: readonly string[]): string[] {
  const filters = Object.values(singleFilters(samples)).filter((filter) => !filter.startsWith('number='));
  const nameOf = (filter: string): string => filter.split('=')[0] ?? '';
  const pairs = filters.flatMap((one, index) =>
    filters.slice(index + 1).flatMap((other) => (nameOf(one) === nameOf(other) ? [] : [`${one}&${other}`])),
  );
  return [...filters, ...pairs].flatMap((filter) => sorts.map((sort) => `${filter}&sort=${sort}`));
}
