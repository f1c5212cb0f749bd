import type { PagePlan, SortKey } from './keyset.js';
import { clause, type ListQuery, type ListTable, WALK_LIMIT } from './list-query.js';

/** One page as one statement. Each row carries what its cursor is made of: `sort_value` and `tie_value`. */
export function pageQuery(list: ListQuery, plan: PagePlan, limit: number): string {
  const { select, from, sort, table } = list;
  const columns = `${select}, ${asText(sort.column, sort.type)} AS sort_value, ${sort.tie.column}::text AS tie_value`;
  if (!table) {
    const where = conditionsOf(list, plan);
    return `SELECT ${columns} FROM ${from} ${clause(where)} ORDER BY ${plan.orderBy} LIMIT ${limit}`;
  }
  // An array, because a page's worth of keys is looked up one by one, whatever the planner makes of their number.
  const keys = keysQuery({ ...list, table }, plan, limit);
  return `SELECT ${columns} FROM ${from} WHERE ${table.key} = ANY (ARRAY(${keys})) ORDER BY ${plan.orderBy}`;
}

/** The keys of the rows of one page, in their order. */
export function keysQuery(
  list: Omit<ListQuery, 'select' | 'from'> & { readonly table: ListTable },
  plan: PagePlan,
  limit: number,
): string {
  const found = list.finder?.find(plan, limit) ?? FINDERS[list.reach ?? 'ordered'](list, plan, limit, list.table);
  return `SELECT found.key FROM (${found}) AS found ${inOrder(plan, limit)}`;
}

type FindRows = (list: Omit<ListQuery, 'select' | 'from'>, plan: PagePlan, limit: number, table: ListTable) => string;

const FINDERS: Record<NonNullable<ListQuery['reach']>, FindRows> = {
  ordered: (list, plan, limit, table) =>
    waysOf(list)
      .map((way) => `(${fitting(list, table, [...way, ...cursorOf(plan)], plan.orderBy)} LIMIT ${limit})`)
      .join(' UNION ALL '),

  gathered: (list, plan, _limit, table) =>
    waysOf(list)
      .map((way) => `(${fitting(list, table, [...way, ...cursorOf(plan)])} OFFSET 0)`)
      .join(' UNION ALL '),

  walked: (list, plan, limit, table) => {
    if (!isWalkable(list.sort, plan)) return `${rows(table, list.sort)} ${clause(conditionsOf(list, plan))} OFFSET 0`;
    const within = clause([...(list.scope ?? []), ...cursorOf(plan)]);
    const walk = `(SELECT * FROM ${table.name} ${table.alias} ${within} ORDER BY ${plan.orderBy} LIMIT ${WALK_LIMIT})`;
    const near = `SELECT ${keysOf(table, list.sort)} FROM ${walk} AS ${table.alias} ${clause(list.where)} LIMIT ${limit}`;
    const isShort = `(SELECT count(*) FROM near) < ${limit}`;
    const far = `${rows(table, list.sort)} ${clause([isShort, ...conditionsOf(list, plan)])} OFFSET 0`;
    return `WITH near AS MATERIALIZED (${near})
      SELECT * FROM near WHERE NOT ${isShort} UNION ALL SELECT * FROM (${far}) AS far`;
  },
};

/** An index goes up or down in all its columns; where few values have all the rows, the other way is a sort of them all. */
function isWalkable({ type }: SortKey, { directions: [first, second] }: PagePlan): boolean {
  return type !== 'smallint' || first === second;
}

/**
 * What fits of the rows within the scope. Behind a fence, so that only the scope and the way say by which index they are
 * read: the planner would combine it with one of the filters', and read all that those fit.
 */
function fitting(list: Omit<ListQuery, 'select' | 'from'>, table: ListTable, way: string[], orderBy?: string): string {
  const { scope = [], where, sort } = list;
  const order = orderBy === undefined ? '' : `ORDER BY ${orderBy}`;
  if (where.length === 0) return `${rows(table, sort)} ${clause([...way, ...scope])} ${order}`;
  const within = `SELECT * FROM ${table.name} ${table.alias} ${clause([...way, ...scope])} ${order} OFFSET 0`;
  return `SELECT ${keysOf(table, sort)} FROM (${within}) AS ${table.alias} ${clause(where)}`;
}

function rows(table: ListTable, sort: SortKey): string {
  return `SELECT ${keysOf(table, sort)} FROM ${table.name} ${table.alias}`;
}

function keysOf(table: ListTable, sort: SortKey): string {
  return `${table.key} AS key, ${sort.column} AS sort_key, ${sort.tie.column} AS tie_key`;
}

function inOrder({ directions: [first, second] }: PagePlan, limit: number): string {
  return `ORDER BY found.sort_key ${first}, found.tie_key ${second} LIMIT ${limit}`;
}

/** Each way as its conditions. */
export function waysOf({ branches = [] }: Pick<ListQuery, 'branches'>): string[][] {
  return branches.length > 0 ? branches.map((branch) => [branch]) : [[]];
}

function conditionsOf(list: Pick<ListQuery, 'scope' | 'where'>, plan: PagePlan): string[] {
  return [...(list.scope ?? []), ...list.where, ...cursorOf(plan)];
}

/** The condition that reads on from a cursor; none on the first page. */
export function cursorOf({ condition }: PagePlan): string[] {
  return condition === '' ? [] : [condition];
}

/** Times keep their microseconds in a cursor, so that no row is read twice or missed. */
function asText(column: string, type: SortKey['type']): string {
  return type === 'timestamptz'
    ? `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`
    : `${column}::text`;
}
