import type { EntityManager } from 'typeorm';
import { COUNT_LIMIT, decodeCursor, encodeCursor, listFingerprint, planPage, type SortKey } from './keyset.js';

/** A list as SQL. The `where` uses `$1` to `$n` of `parameters`. */
export interface ListQuery {
  readonly select: string;
  readonly from: string;
  readonly where: readonly string[];
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
  const fingerprint = listFingerprint([name, list.where, list.parameters, list.sort]);
  const cursor = page.cursor ? decodeCursor(page.cursor, fingerprint, list.sort) : null;
  const plan = planPage(list.sort, cursor, list.parameters.length + 1);
  const where = [...list.where, ...(plan.condition ? [plan.condition] : [])];
  const rows: (Row & Keyed)[] = await manager.query(
    `SELECT ${list.select}, ${asText(list.sort.column, list.sort.type)} AS sort_value,
       ${list.sort.tie.column}::text AS tie_value
     FROM ${list.from} ${clause(where)} ORDER BY ${plan.orderBy} LIMIT ${page.limit + 1}`,
    [...list.parameters, ...plan.parameters],
  );
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

/** Counts to the limit and no further, whatever the size of the table. */
async function count(manager: EntityManager, list: ListQuery): Promise<{ value: number; relation: 'eq' | 'gte' }> {
  const rows: { value: number }[] = await manager.query(
    `SELECT count(*)::int AS value FROM (SELECT FROM ${list.from} ${clause(list.where)} LIMIT ${COUNT_LIMIT + 1}) AS counted`,
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
