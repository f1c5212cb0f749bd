import { pagesRead, type PlanStep, rowsRead, scansOf } from './plan-rows.js';
import type { RecordedType } from './record.js';
import type { Statement } from './recorder.js';
import type { Stage } from './stage.js';

/** What the database read for one request of a type, the session's check left out. */
export interface PlanReading {
  readonly rows: number;
  readonly pages: number;
  readonly milliseconds: number;
  readonly scans: readonly string[];
}

/** Has the recorded statements explained with their own values. */
export async function readPlans(stage: Stage, { statements }: RecordedType): Promise<PlanReading> {
  const plans: { plan: PlanStep; milliseconds: number }[] = [];
  for (const statement of statements.slice(1)) plans.push(await explain(stage, statement));
  const sum = (of: (plan: PlanStep) => number): number => plans.reduce((all, { plan }) => all + of(plan), 0);
  return {
    rows: Math.round(sum(rowsRead)),
    pages: sum(pagesRead),
    milliseconds: plans.reduce((all, { milliseconds }) => all + milliseconds, 0),
    scans: plans.flatMap(({ plan }) => scansOf(plan)),
  };
}

async function explain(stage: Stage, { text, values }: Statement): Promise<{ plan: PlanStep; milliseconds: number }> {
  const { rows } = await stage.client.query<{ 'QUERY PLAN': { Plan: PlanStep; 'Execution Time': number }[] }>(
    `EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) ${text}`,
    [...values],
  );
  const explained = rows[0]?.['QUERY PLAN'][0];
  if (!explained) throw new Error('the database explained nothing');
  return { plan: explained.Plan, milliseconds: explained['Execution Time'] };
}
