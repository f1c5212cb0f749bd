import type { EntityManager } from 'typeorm';
import { type CountRow, countQuery, type Total, totalOf } from './count-query.js';
import { decodeCursor, encodeCursor, listFingerprint, planPage } from './keyset.js';
import type { ListQuery } from './list-query.js';
import { pageQuery } from './page-query.js';
import { prepared } from './preparing-client.js';

export interface PageRequest {
  readonly limit: number;
  readonly cursor?: string | undefined;
  readonly total: boolean;
}

export interface Page<Row> {
  readonly items: Row[];
  readonly nextCursor: string | null;
  readonly previousCursor: string | null;
  readonly total?: Total;
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
  const fingerprint = listFingerprint([name, list.scope, list.where, list.branches, list.parameters, list.sort]);
  const cursor = page.cursor ? decodeCursor(page.cursor, fingerprint, list.sort) : null;
  const values = [...list.parameters, ...(list.shown ?? [])];
  const plan = planPage(list.sort, cursor, values.length + 1);
  const statement = pageQuery(list, plan, page.limit + 1);
  const rows: (Row & Keyed)[] = await manager.query(list.isSteady ? prepared(statement) : statement, [
    ...values,
    ...plan.parameters,
  ]);
  const hasMore = rows.length > page.limit;
  if (hasMore) rows.pop();
  const backwards = cursor?.backwards ?? false;
  if (backwards) rows.reverse();
  const isWhole = cursor === null && !hasMore;
  const at = (row: Keyed | undefined, isBackwards: boolean): string | null =>
    row ? encodeCursor({ backwards: isBackwards, value: row.sort_value, tie: row.tie_value }, fingerprint) : null;
  return {
    items: rows,
    nextCursor: backwards || hasMore ? at(rows.at(-1), false) : null,
    previousCursor: (backwards ? hasMore : cursor !== null) ? at(rows[0], true) : null,
    ...(page.total ? { total: await totalOfPage(manager, list, isWhole ? rows : null) } : {}),
  };
}

/** @param whole the items, where they are all that there is */
export async function totalOfPage(
  manager: EntityManager,
  list: ListQuery,
  whole: readonly unknown[] | null,
): Promise<Total> {
  if (whole) return { value: whole.length, relation: 'eq' };
  const rows: CountRow[] = await manager.query(countQuery(list), [...list.parameters]);
  return totalOf(rows[0] ?? { value: 0, cut: false });
}
