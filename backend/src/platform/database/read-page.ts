import type { EntityManager } from 'typeorm';
import {
  COUNT_LIMIT,
  decodeCursor,
  encodeCursor,
  listFingerprint,
  type PagePlan,
  planPage,
  type SortKey,
} from './keyset.js';

/** A list as SQL. The `where` uses `$1` to `$n` of `parameters`. */
export interface ListQuery {
  readonly select: string;
  readonly from: string;
  readonly where: readonly string[];
  /**
   * Ways to a row, of which each row fits one at most. Each is read in order for itself, by its own index, and they are
   * merged: an OR would read everything and sort it. Empty where there is one way.
   */
  readonly branches?: readonly string[];
  readonly parameters: readonly unknown[];
  readonly sort: SortKey;
}

export interface PageRequest {
  readonly limit: number;
  readonly cursor?: string | undefined;
  readonly total: boolean;
}

export interface Page<Row> {
  readonly items: Row[];
  readonly nextCursor: string | null;
  readonly previousCursor: string | null;
  readonly total?: { value: number; relation: 'eq' | 'gte' };
}

interface Keyed {
  readonly sort_value: string;
  readonly tie_value: string;
}

/**
 * Reads one page by keyset, in one statement, and a second one if the total is asked for.
 *
 * @param name tells this list's cursors from those of other lists
 * @throws Problem `invalid_query` for a foreign cursor
 */
export async function readPage<Row>(
  manager: EntityManager,
  name: string,
  list: ListQuery,
  page: PageRequest,
): Promise<Page<Row>> {
  const fingerprint = listFingerprint([name, list.where, list.branches, list.parameters, list.sort]);
  const cursor = page.cursor ? decodeCursor(page.cursor, fingerprint, list.sort) : null;
  const plan = planPage(list.sort, cursor, list.parameters.length + 1);
  const rows: (Row & Keyed)[] = await manager.query(pageQuery(list, plan, page.limit + 1), [
    ...list.parameters,
    ...plan.parameters,
  ]);
  const hasMore = rows.length > page.limit;
  if (hasMore) rows.pop();
  const backwards = cursor?.backwards ?? false;
  if (backwards) rows.reverse();
  const at = (row: Keyed | undefined, isBackwards: boolean): string | null =>
    row ? encodeCursor({ backwards: isBackwards, value: row.sort_value, tie: row.tie_value }, fingerprint) : null;
  return {
    items: rows,
    nextCursor: backwards || hasMore ? at(rows.at(-1), false) : null,
    previousCursor: (backwards ? hasMore : cursor !== null) ? at(rows[0], true) : null,
    ...(page.total ? { total: await count(manager, list) } : {}),
  };
}

function pageQuery(list: ListQuery, plan: PagePlan, limit: number): string {
  const { select, from, sort } = list;
  const where = [...list.where, ...(plan.condition ? [plan.condition] : [])];
  const columns = `${select}, ${asText(sort.column, sort.type)} AS sort_value, ${sort.tie.column}::text AS tie_value`;
  if (!list.branches?.length) {
    return `SELECT ${columns} FROM ${from} ${clause(where)} ORDER BY ${plan.orderBy} LIMIT ${limit}`;
  }
  const keyed = `${columns}, ${sort.column} AS sort_key, ${sort.tie.column} AS tie_key`;
  const reads = list.branches.map(
    (branch) => `(SELECT ${keyed} FROM ${from} ${clause([branch, ...where])} ORDER BY ${plan.orderBy} LIMIT ${limit})`,
  );
  const [first, second] = plan.directions;
  return `SELECT * FROM (${reads.join(' UNION ALL ')}) AS merged
    ORDER BY sort_key ${first}, tie_key ${second} LIMIT ${limit}`;
}

/** Counts to the limit and no further, whatever the size of the table. */
async function count(manager: EntityManager, list: ListQuery): Promise<{ value: number; relation: 'eq' | 'gte' }> {
  const each = list.branches?.length ? list.branches.map((way) => [way, ...list.where]) : [list.where];
  const matches = each.map((where) => `SELECT 1 FROM ${list.from} ${clause(where)}`).join(' UNION ALL ');
  const rows: { value: number }[] = await manager.query(
    `SELECT count(*)::int AS value FROM (${matches} LIMIT ${COUNT_LIMIT + 1}) AS counted`,
    [...list.parameters],
  );
  const value = rows[0]?.value ?? 0;
  return value > COUNT_LIMIT ? { value: COUNT_LIMIT, relation: 'gte' } : { value, relation: 'eq' };
}

/** Times keep their microseconds in a cursor, so that no row is read twice or missed. */
function asText(column: string, type: SortKey['type']): string {
  return type === 'timestamptz'
    ? `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`
    : `${column}::text`;
}

function clause(conditions: readonly string[]): string {
  return conditions.length > 0 ? `WHERE ${conditions.map((condition) => `(${condition})`).join(' AND ')}` : '';
}
