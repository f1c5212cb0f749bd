/** A step of a plan as `EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON)` tells it; what is not used here is left out. */
export interface PlanStep {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly 'Actual Rows'?: number;
  readonly 'Actual Loops'?: number;
  readonly 'Rows Removed by Filter'?: number;
  readonly 'Rows Removed by Index Recheck'?: number;
  readonly 'Shared Hit Blocks'?: number;
  readonly 'Shared Read Blocks'?: number;
  readonly Plans?: readonly PlanStep[];
}

/**
 * The rows that all scans of a plan read: those they gave and those they threw away, in every loop. A bitmap's index
 * entries count where they are more than the rows that were then fetched.
 */
export function rowsRead(step: PlanStep): number {
  const below = (step.Plans ?? []).map(rowsRead).reduce((sum, rows) => sum + rows, 0);
  if (step['Node Type'] === 'Bitmap Heap Scan') return Math.max(ownRows(step), below);
  if (step['Node Type'] === 'BitmapAnd' || step['Node Type'] === 'BitmapOr') return below;
  return isScan(step) ? ownRows(step) + below : below;
}

/** Entries that bitmaps took from indexes: what an index of words has for the words that were searched for. */
export function indexHits(step: PlanStep): number {
  const below = (step.Plans ?? []).reduce((sum, plan) => sum + indexHits(plan), 0);
  return step['Node Type'] === 'Bitmap Index Scan' ? ownRows(step) + below : below;
}

/** Pages of 8 kB that were looked at, in memory or on disk. */
export function pagesRead(step: PlanStep): number {
  return (step['Shared Hit Blocks'] ?? 0) + (step['Shared Read Blocks'] ?? 0);
}

/** The scans in a few words, for whoever looks for the slow one. */
export function scansOf(step: PlanStep): string[] {
  const name = step['Index Name'] ?? step['Relation Name'];
  const own = isScan(step) && name ? [`${step['Node Type']} ${name} ${Math.round(ownRows(step))}`] : [];
  return [...own, ...(step.Plans ?? []).flatMap(scansOf)];
}

/** Only of tables and their indexes: a subquery's or a function's rows were counted where they came from. */
function isScan(step: PlanStep): boolean {
  return step['Node Type'].endsWith('Scan') && Boolean(step['Relation Name'] ?? step['Index Name']);
}

function ownRows(step: PlanStep): number {
  const removed = (step['Rows Removed by Filter'] ?? 0) + (step['Rows Removed by Index Recheck'] ?? 0);
  return ((step['Actual Rows'] ?? 0) + removed) * (step['Actual Loops'] ?? 1);
}
