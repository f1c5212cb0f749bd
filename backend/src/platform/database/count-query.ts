import { clause, COUNT_LIMIT, EXAMINE_LIMIT, type ListQuery } from './list-query.js';
import { waysOf } from './page-query.js';

/** What a count says: exactly so many, or at least. */
export interface Total {
  readonly value: number;
  readonly relation: 'eq' | 'gte';
}

/** The row that a count reads. */
export interface CountRow {
  readonly value: number;
  /** Whether there was more than the count looked at. */
  readonly cut: boolean;
}

/**
 * Counts to the limit and no further, whatever the size of the table; of a combination of filters it looks at the rows
 * that one of them leaves, and at a bounded number of them. One row: `value`, `cut`.
 *
 * @param most how far to count
 * @param examinedAtMost how many rows of a combination to look at
 */
export function countQuery(list: ListQuery, most = COUNT_LIMIT, examinedAtMost = EXAMINE_LIMIT): string {
  const { scope = [], where, table } = list;
  if (list.finder) return list.finder.count(most);
  if (list.reach === 'walked' && table) {
    const fits = where.map((condition) => `(${condition})`).join(' AND ');
    const examined = `SELECT ${fits} AS fits FROM ${table.name} ${table.alias}
      ${clause([...scope, ...(list.lead ?? [])])} LIMIT ${examinedAtMost + 1}`;
    return `SELECT count(*) FILTER (WHERE fits)::int AS value, count(*) > ${examinedAtMost} AS cut
      FROM (${examined}) AS examined`;
  }
  const from = table ? `${table.name} ${table.alias}` : list.from;
  const matches = waysOf(list).map((way) => `SELECT 1 FROM ${from} ${clause([...way, ...scope, ...where])}`);
  return `SELECT count(*)::int AS value, false AS cut
    FROM (${matches.join(' UNION ALL ')} LIMIT ${most + 1}) AS counted`;
}

export function totalOf({ value, cut }: CountRow, most = COUNT_LIMIT): Total {
  return value > most ? { value: most, relation: 'gte' } : { value, relation: cut ? 'gte' : 'eq' };
}
