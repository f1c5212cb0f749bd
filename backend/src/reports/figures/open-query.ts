import type { StatusCode } from '@deskhand/shared';
import { conditionsOf, type FiguresQuery, IS_OPEN, type ReportFilters } from './figures-query.js';

export const AGES = ['today', 'up-to-3-days', 'up-to-a-week', 'up-to-a-month', 'older'] as const;
export type Age = (typeof AGES)[number];

/** How many open tickets have one value of one dimension. */
export interface OpenRow {
  readonly dimension: 'status' | 'priority' | 'age' | 'category' | 'assignee';
  readonly status: StatusCode | null;
  readonly priority: number | null;
  /** The place among `AGES`. */
  readonly age: number | null;
  /** Of the category or the assignee; null where there is none. */
  readonly id: string | null;
  readonly name: string | null;
  readonly count: string;
}

/** @param ageStarts times at which the ages but the oldest begin, the youngest first */
export function openQuery(filters: ReportFilters, ageStarts: readonly Date[]): FiguresQuery {
  const parameters: unknown[] = [ageStarts];
  const { tickets } = conditionsOf(filters, parameters);
  // Few kinds of tickets are left after the innermost step, and only these are counted five times.
  const text = `SELECT g.dimension, g.status, g.priority, g.age, coalesce(c.id, u.id) AS id,
      coalesce(c.name, u.name) AS name, g.count
    FROM (
      SELECT status, priority, age, category_id, assignee_id, sum(count) AS count,
        CASE 0 WHEN grouping(status) THEN 'status' WHEN grouping(priority) THEN 'priority' WHEN grouping(age) THEN 'age'
          WHEN grouping(category_id) THEN 'category' ELSE 'assignee' END AS dimension
      FROM (
        SELECT t.status, t.priority, t.category_id, t.assignee_id, count(*) AS count,
          (SELECT count(*)::integer FROM unnest($1::timestamptz[]) start WHERE t.created_at < start) AS age
        FROM tickets t WHERE ${[IS_OPEN, ...tickets].join(' AND ')} GROUP BY 1, 2, 3, 4, 6
      ) kinds
      GROUP BY GROUPING SETS ((status), (priority), (age), (category_id), (assignee_id))
    ) g
    LEFT JOIN categories c ON c.id = g.category_id
    LEFT JOIN users u ON u.id = g.assignee_id
    ORDER BY g.count DESC, name`;
  return { text, parameters };
}
