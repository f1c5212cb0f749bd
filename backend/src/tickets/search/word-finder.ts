import type { PagePlan } from '../../platform/database/keyset.js';
import { clause, COUNT_LIMIT, EXAMINE_LIMIT, type Finder, type ListQuery } from '../../platform/database/list-query.js';
import { cursorOf } from '../../platform/database/page-query.js';

/**
 * Rows that are looked through first. Words with which that many do not fill a page have, among a million tickets, about as
 * many hits, and to gather those costs what the walk did: a longer one is paid by whoever asks for rare words, a shorter
 * one by whoever asks for common ones.
 */
const WALK = 5_000;
/** What one in so many of the walked rows has is met soon, and has too many hits to be gathered. */
const COMMON = 20;

interface Words {
  /** The `tsquery`. */
  readonly query: string;
  /** Whether `tickets t` has the words. */
  readonly has: string;
}

type SearchedList = Pick<ListQuery, 'scope' | 'where' | 'branches' | 'sort'>;

/**
 * Finds tickets by words for readers who see all. First the next rows of the order are looked through (`near`), which fills
 * the page where the words are common. Only if it does not, the index gives the hits (`hits`), of which there are few then;
 * and only where they are many all the same, because a filter or the past holds them, the order is followed without a bound
 * (`beyond`). Each step depends on what came of the one before it and on no estimate: a step that is not needed is never
 * executed, and rows are looked up one by one where the planner might think of hashing the whole table.
 */
export function wordFinder(list: SearchedList, words: Words): Finder {
  const filters = [...(list.scope ?? []), ...list.where, ...anyOf(list.branches)];
  const isPlain = filters.join() === SEEN;
  return {
    find: (plan, limit) => {
      const isShort = `(SELECT count(*) FROM near) < ${limit}`;
      const isCommon = `(SELECT count(*) FROM seen) > ${WALK / COMMON}`;
      const isRare = `${isShort} AND NOT ${isCommon}`;
      const areFew = `(SELECT count(*) FROM hits) <= ${EXAMINE_LIMIT}`;
      const steps = { list, words, plan, limit, filters, isPlain };
      return `WITH ${near(steps)}, hits AS MATERIALIZED (
          SELECT ${isDirect(steps) ? ROW_KEYS(list) : 'ticket_id'} FROM ticket_search t
          ${clause([isRare, `t.staff_words @@ ${words.query}`, ...ofFiling(steps), ...(isDirect(steps) ? ['NOT deleted'] : [])])}
          LIMIT ${EXAMINE_LIMIT + 1}
        )
        SELECT * FROM near WHERE NOT (${isShort})
        UNION ALL SELECT * FROM (${fitting(steps)}) AS fitting WHERE ${isRare} AND ${areFew}
        UNION ALL SELECT * FROM (${beyond(steps)}) AS beyond WHERE ${isShort} AND (${isCommon} OR NOT (${areFew}))`;
    },
    count: (most) => countOf(words, isPlain ? null : filters, most),
  };
}

interface Steps {
  readonly list: SearchedList;
  readonly words: Words;
  readonly plan: PagePlan;
  readonly limit: number;
  readonly filters: readonly string[];
  /** Nothing is asked for but words. */
  readonly isPlain: boolean;
}

/** Whether the row of words tells everything: what it is sorted by, and that nothing else is asked for. */
function isDirect({ list, isPlain }: Pick<Steps, 'list' | 'isPlain'>): boolean {
  return isPlain && isByFiling(list);
}

/** Those of the hits that fit. */
function fitting(steps: Steps): string {
  if (isDirect(steps)) return 'SELECT * FROM hits';
  const where = ['t.id = hits.ticket_id', ...steps.filters, ...cursorOf(steps.plan)];
  return `SELECT found.* FROM hits CROSS JOIN LATERAL (${ticketRow(steps, where)}) AS found`;
}

const SEEN = 't.deleted_at IS NULL';

/** `seen`: walked rows that have the words; `near`: those of them that fit, a page's worth at most. */
function near(steps: Steps): string {
  const { list, words, plan, limit, filters, isPlain } = steps;
  if (!isByFiling(list)) {
    const within = clause([...(list.scope ?? []), ...cursorOf(plan)]);
    return `seen AS MATERIALIZED (
        SELECT t.* FROM (SELECT * FROM tickets t ${within} ORDER BY ${plan.orderBy} LIMIT ${WALK}) AS t
        WHERE ${words.has}
      ), near AS MATERIALIZED (SELECT ${KEYS(list)} FROM seen AS t ${clause(filters)} LIMIT ${limit})`;
  }
  const fit = isPlain
    ? `SELECT ${ROW_KEYS(list)} FROM seen AS t`
    : `SELECT found.* FROM seen CROSS JOIN LATERAL (${ticketRow(steps, ['t.id = seen.ticket_id', ...filters])}) AS found`;
  return `seen AS MATERIALIZED (
      SELECT ticket_id, created_at, number
      FROM (SELECT * FROM ticket_search t ${clause(ofFiling(steps))} ORDER BY ${plan.orderBy} LIMIT ${WALK}) AS t
      WHERE NOT deleted AND staff_words @@ ${words.query}
    ), near AS MATERIALIZED (${fit} LIMIT ${limit})`;
}

/** The order itself, until the page is full. */
function beyond({ list, words, plan, limit, filters, isPlain }: Steps): string {
  const rest = cursorOf(plan);
  if (isDirect({ list, isPlain })) {
    return `SELECT ${ROW_KEYS(list)} FROM ticket_search t
      ${clause(['NOT deleted', `staff_words @@ ${words.query}`, ...rest])} ORDER BY ${plan.orderBy} LIMIT ${limit}`;
  }
  const where = clause([...filters, ...rest, words.has]);
  return `SELECT ${KEYS(list)} FROM tickets t ${where} ORDER BY ${plan.orderBy} LIMIT ${limit}`;
}

/** One ticket by its id, whatever the planner thinks of the number of ids. */
function ticketRow({ list }: Pick<Steps, 'list'>, where: readonly string[]): string {
  return `SELECT ${KEYS(list)} FROM tickets t ${clause(where)} OFFSET 0`;
}

/** Counts hits; where filters are set, looks at a bounded number of them. */
function countOf({ query }: Words, filters: readonly string[] | null, most: number): string {
  const hits = `SELECT ticket_id FROM ticket_search WHERE NOT deleted AND staff_words @@ ${query}`;
  if (!filters) {
    return `SELECT count(*)::int AS value, false AS cut FROM (${hits} LIMIT ${most + 1}) AS counted`;
  }
  const fits = `SELECT true AS fits FROM tickets t ${clause(['t.id = hit.ticket_id', ...filters])} OFFSET 0`;
  return `SELECT count(fits)::int AS value, count(*) > ${COUNT_EXAMINED} AS cut
    FROM (${hits} LIMIT ${COUNT_EXAMINED + 1}) AS hit LEFT JOIN LATERAL (${fits}) AS fitting ON true`;
}

/** Hits that a count with filters looks at. */
const COUNT_EXAMINED = 2 * COUNT_LIMIT;

const KEYS = ({ sort }: SearchedList): string =>
  `t.id AS key, ${sort.column} AS sort_key, ${sort.tie.column} AS tie_key`;

const ROW_KEYS = ({ sort }: SearchedList): string => `ticket_id AS key, ${sort.column} AS sort_key, number AS tie_key`;

/** Numbers are given in the order of filing, but imports bring older tickets: only the time of filing is in the search row. */
function isByFiling({ sort }: SearchedList): boolean {
  return sort.column === 't.created_at';
}

/** Conditions on the time of filing, which the search row knows too, as `t`. */
function ofFiling({ list, plan }: Steps): string[] {
  if (!isByFiling(list)) return [];
  return [...(list.scope ?? []).filter((condition) => condition !== SEEN), ...cursorOf(plan)];
}

function anyOf(branches: readonly string[] = []): string[] {
  return branches.length > 0 ? [branches.map((branch) => `(${branch})`).join(' OR ')] : [];
}
