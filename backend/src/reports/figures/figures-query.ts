import { type Priority, priorityRank, STATUSES } from '@deskhand/shared';
import { binIn, blockOf, eventOf, firstEvent, type Measure, NOTHING, TIME_OF, timeOf } from '../rollups/measures.js';

/** Whose tickets count: all filters must fit; of the values of one filter, one must. */
export interface ReportFilters {
  readonly priority: readonly Priority[] | undefined;
  readonly category: readonly string[] | undefined;
  /** `NOTHING` stands for nobody. */
  readonly assignee: readonly string[] | undefined;
}

/** The same three columns, of the roll-ups or of the tickets. */
export function conditionsOf(filters: ReportFilters, parameters: unknown[]): { rollups: string[]; tickets: string[] } {
  const values = {
    category_id: filters.category,
    priority: filters.priority?.map(priorityRank),
    assignee_id: filters.assignee,
  };
  const rollups: string[] = [];
  const tickets: string[] = [];
  for (const [column, some] of Object.entries(values)) {
    if (!some) continue;
    const parameter = `ANY ($${parameters.push(some)})`;
    rollups.push(`r.${column} = ${parameter}`);
    tickets.push(
      column === 'assignee_id' ? `coalesce(t.${column}, '${NOTHING}') = ${parameter}` : `t.${column} = ${parameter}`,
    );
  }
  return { rollups, tickets };
}

export interface FiguresQuery {
  readonly text: string;
  readonly parameters: unknown[];
}

/** What one row of `figuresQuery` says. Places count from 1 on. */
export interface FigureRow {
  readonly measure: Measure | 'open';
  readonly place: string;
  readonly bin: number;
  readonly count: string;
}

/** Events by their number, or by their bins too, which costs a look at each; or how many tickets are open now. */
type Wanted = { readonly measure: Measure; readonly bins: boolean } | 'open';

const OPEN_STATUSES = STATUSES.filter(({ phase }) => phase !== 'done').map(({ code }) => `'${code}'`);

/** Of `tickets t`; as the index of open tickets says it. */
export const IS_OPEN = `t.deleted_at IS NULL AND t.status IN (${OPEN_STATUSES.join(', ')})`;

/**
 * Counts what was wanted within stretches of quarters of an hour, `from` inclusive and `to` exclusive: out of the roll-ups
 * where they are as things are now, and out of the tickets where they are not. One statement, and so one moment.
 */
export function figuresQuery(
  wanted: readonly Wanted[],
  stretches: readonly { readonly from: number; readonly to: number }[],
  filters: ReportFilters,
): FiguresQuery {
  const parameters: unknown[] = [stretches.map(({ from }) => from), stretches.map(({ to }) => to)];
  const conditions = conditionsOf(filters, parameters);
  const parts = wanted.flatMap((each) =>
    each === 'open'
      ? [openNow(conditions.tickets)]
      : [
          (each.bins ? rolledUpBins : rolledUp)(each.measure, conditions.rollups),
          live(each.measure, conditions.tickets),
        ],
  );
  const measures = wanted.flatMap((each) => (each === 'open' ? [] : [each.measure]));
  const text = `WITH stretches AS (
      SELECT place, int4range(lo, hi) AS quarters
      FROM unnest($1::integer[], $2::integer[]) WITH ORDINALITY AS s (lo, hi, place)
    ), stale AS (
      SELECT measure, range_agg(int4range(quarter, quarter + 1)) AS quarters
      FROM (SELECT DISTINCT measure, quarter FROM report_stale_quarters) s GROUP BY measure
    ), ${measures.flatMap((measure) => [pieces(measure, 'rolled'), pieces(measure, 'stale')]).join(', ')}
    SELECT measure, place, bin, sum(count) AS count FROM (${parts.join('\nUNION ALL\n')}) parts
    GROUP BY measure, place, bin`;
  return { text, parameters };
}

/** What of the stretches is stale or is not, as pieces from `lo` to `hi`; worked out once, not with every row they meet. */
function pieces(measure: Measure, kind: 'rolled' | 'stale'): string {
  return `${kind}_${measure} AS MATERIALIZED (
    SELECT s.place, lower(piece) AS lo, upper(piece) AS hi,
      ${firstEvent('lower(piece)')} - 1 AS before, ${firstEvent('upper(piece)')} - 1 AS last,
      ${blockOf('lower(piece)')} AS first_block, ${blockOf('(upper(piece) - 1)')} AS last_block
    FROM stretches s, unnest(int4multirange(s.quarters) ${kind === 'stale' ? '*' : '-'} coalesce(
      (SELECT quarters FROM stale WHERE measure = '${measure}'), '{}')) piece)`;
}

/** Two searches in a sorted array tell where a piece begins and ends in it. */
const BEFORE = 'width_bucket(p.before, r.events)';
const UP_TO = 'width_bucket(p.last, r.events)';

/** Whether all of a block belongs to the piece. */
const IS_WHOLE = 'r.block > p.first_block AND r.block < p.last_block';

function rollupsOf(measure: Measure, conditions: readonly string[]): string {
  const where = [`r.measure = '${measure}'`, 'r.block BETWEEN p.first_block AND p.last_block', ...conditions];
  return `rolled_${measure} p JOIN report_rollups r ON ${where.join(' AND ')}`;
}

function rolledUp(measure: Measure, conditions: readonly string[]): string {
  return `SELECT '${measure}' AS measure, p.place, 0 AS bin, sum(${UP_TO} - ${BEFORE}) AS count
    FROM ${rollupsOf(measure, conditions)} GROUP BY p.place`;
}

function rolledUpBins(measure: Measure, conditions: readonly string[]): string {
  return `SELECT '${measure}' AS measure, place, ${binIn('event')} AS bin, count(*) AS count
    FROM (
      SELECT p.place, unnest(CASE WHEN ${IS_WHOLE} THEN r.events ELSE r.events[${BEFORE} + 1 : ${UP_TO}] END) AS event
      FROM ${rollupsOf(measure, conditions)}
    ) e GROUP BY place, ${binIn('event')}`;
}

/** Piece by piece: the planner cannot know how few they are, and would rather read whole categories. */
function live(measure: Measure, conditions: readonly string[]): string {
  const time = TIME_OF[measure];
  const bin = binIn(`(${eventOf(measure)})`);
  const filter = conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : '';
  return `SELECT '${measure}' AS measure, p.place, ${bin} AS bin, count(*) AS count
    FROM stale_${measure} p CROSS JOIN LATERAL (
      SELECT t.created_at, t.first_reply_at, t.resolved_at, t.category_id, t.priority, t.assignee_id FROM tickets t
      WHERE t.deleted_at IS NULL AND ${time} >= ${timeOf('p.lo')} AND ${time} < ${timeOf('p.hi')} OFFSET 0
    ) t ${filter} GROUP BY p.place, ${bin}`;
}

function openNow(conditions: readonly string[]): string {
  return `SELECT 'open' AS measure, 1 AS place, 0 AS bin, count(*) AS count FROM tickets t
    WHERE ${[IS_OPEN, ...conditions].join(' AND ')}`;
}
