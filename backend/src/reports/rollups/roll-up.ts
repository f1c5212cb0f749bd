import type { DataSource, EntityManager } from 'typeorm';
import { BLOCK_BITS, blockOf, eventOf, type Measure, MEASURES, NOTHING, TIME_OF, timeOf } from './measures.js';

interface Block {
  readonly measure: Measure;
  readonly block: number;
}

/**
 * Rolls up what is stale, a block at a time, each in a transaction of its own. Several at once do no harm: of one block they
 * take turns.
 */
export async function rollUpStale(dataSource: DataSource): Promise<void> {
  const blocks: Block[] = await dataSource.query(
    `SELECT DISTINCT measure, ${blockOf('quarter')} AS block FROM report_stale_quarters ORDER BY block DESC`,
  );
  for (const block of blocks) await dataSource.transaction((manager) => rollUp(manager, block));
}

/** Makes all roll-ups anew: after tickets were written past the triggers. A million tickets take half a minute at most. */
export async function rebuildRollups(dataSource: DataSource): Promise<void> {
  await dataSource.transaction(async (manager) => {
    // All tickets are read, which may take longer than a request may.
    await manager.query('SET LOCAL statement_timeout = 0');
    await manager.query('TRUNCATE report_rollups, report_stale_quarters');
    for (const measure of MEASURES) await manager.query(markAllQuery(measure), [measure]);
  });
  await rollUpStale(dataSource);
}

/** One quarter of each block with tickets is enough to have the block rolled up. */
function markAllQuery(measure: Measure): string {
  const quarter = `report_quarter(${TIME_OF[measure]})`;
  return `INSERT INTO report_stale_quarters (measure, quarter)
    SELECT DISTINCT $1, ${blockOf(quarter)} << ${BLOCK_BITS} FROM tickets t WHERE ${quarter} IS NOT NULL`;
}

/**
 * The marks go first: whatever is committed after that leaves a mark of its own, so that nothing is missed that the second
 * statement does not see yet.
 */
async function rollUp(manager: EntityManager, { measure, block }: Block): Promise<void> {
  await manager.query('SELECT pg_advisory_xact_lock(hashtext($1), $2)', [`report_rollups ${measure}`, block]);
  await manager.query(`DELETE FROM report_stale_quarters WHERE measure = $1 AND ${blockOf('quarter')} = $2`, [
    measure,
    block,
  ]);
  await manager.query(rollUpQuery(measure), [measure, block]);
}

/** Rows that stay as they are, are not written again. */
function rollUpQuery(measure: Measure): string {
  const time = TIME_OF[measure];
  return `WITH fresh AS MATERIALIZED (
      SELECT category_id, priority, assignee_id, array_agg(event ORDER BY event) AS events
      FROM (
        SELECT coalesce(t.category_id, '${NOTHING}') AS category_id, t.priority,
          coalesce(t.assignee_id, '${NOTHING}') AS assignee_id, ${eventOf(measure)} AS event
        FROM tickets t
        WHERE t.deleted_at IS NULL AND ${time} >= ${timeOf(`$2::integer << ${BLOCK_BITS}`)}
          AND ${time} < ${timeOf(`($2::integer + 1) << ${BLOCK_BITS}`)}
      ) e WHERE event IS NOT NULL GROUP BY category_id, priority, assignee_id
    ), gone AS (
      DELETE FROM report_rollups r WHERE r.measure = $1 AND r.block = $2 AND NOT EXISTS (
        SELECT FROM fresh f
        WHERE (f.category_id, f.priority, f.assignee_id) = (r.category_id, r.priority, r.assignee_id))
    )
    INSERT INTO report_rollups AS r (measure, block, category_id, priority, assignee_id, events)
    SELECT $1, $2, category_id, priority, assignee_id, events FROM fresh
    ON CONFLICT (measure, block, category_id, priority, assignee_id) DO UPDATE SET events = excluded.events
    WHERE r.events <> excluded.events`;
}
