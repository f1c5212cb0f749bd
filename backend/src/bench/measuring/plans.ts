import { escapeLiteral, type QueryResult } from 'pg';
import { isPrepared } from '../../platform/database/preparing-client.js';
import { indexHits, pagesRead, type PlanStep, rowsRead, scansOf } from './plan-rows.js';
import type { RecordedType } from './record.js';
import type { Statement } from './recorder.js';
import type { Stage } from './stage.js';

/** What the database read for one request of a type, the session's check left out. */
export interface PlanReading {
  readonly rows: number;
  /** Of the rows, those that were found by an index of words or by several indexes together. */
  readonly hits: number;
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
    hits: Math.round(sum(indexHits)),
    pages: sum(pagesRead),
    milliseconds: plans.reduce((all, { milliseconds }) => all + milliseconds, 0),
    scans: plans.flatMap(({ plan }) => scansOf(plan)),
  };
}

const EXPLAIN = 'EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON)';

interface Explained {
  readonly 'QUERY PLAN': readonly { readonly Plan: PlanStep; readonly 'Execution Time': number }[];
}

async function explain(stage: Stage, statement: Statement): Promise<{ plan: PlanStep; milliseconds: number }> {
  const { rows } = isPrepared(statement.text)
    ? await explainPrepared(stage, statement)
    : await stage.client.query<Explained>(`${EXPLAIN} ${statement.text}`, [...statement.values]);
  const explained = rows[0]?.['QUERY PLAN'][0];
  if (!explained) throw new Error('the database explained nothing');
  return { plan: explained.Plan, milliseconds: explained['Execution Time'] };
}

/** What is planned once must be right for all values, so the plan that knows none of them is looked at. */
async function explainPrepared({ client }: Stage, { text, values }: Statement): Promise<QueryResult<Explained>> {
  await client.query("SET plan_cache_mode = 'force_generic_plan'");
  await client.query(`PREPARE explained AS ${text}`);
  try {
    const given = values.length > 0 ? `(${values.map(literal).join(', ')})` : '';
    return await client.query<Explained>(`${EXPLAIN} EXECUTE explained${given}`);
  } finally {
    await client.query('DEALLOCATE explained');
    await client.query('RESET plan_cache_mode');
  }
}

/** EXECUTE takes no parameters of its own. */
function literal(value: unknown): string {
  if (value === null || value === undefined) return 'NULL';
  if (Array.isArray(value)) return `ARRAY[${value.map(literal).join(', ')}]`;
  if (value instanceof Date) return escapeLiteral(value.toISOString());
  return escapeLiteral(typeof value === 'string' ? value : JSON.stringify(value));
}
