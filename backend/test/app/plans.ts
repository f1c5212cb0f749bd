import type { TestApp } from './app.js';

export interface Statement {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly 'Rows Removed by Index Recheck'?: number;
  readonly Plans?: readonly PlanNode[];
}

/** The statements that this process sends to the database while the work runs. */
export async function recordStatements(app: TestApp, work: () => Promise<unknown>): Promise<Statement[]> {
  const { logger } = app.dataSource;
  const statements: Statement[] = [];
  const logQuery = (sql: string, parameters: unknown[] = []): void => void statements.push({ sql, parameters });
  app.dataSource.setOptions({ logging: ['query'] });
  app.dataSource.logger = Object.assign(Object.create(logger) as typeof logger, { logQuery });
  await work();
  app.dataSource.logger = logger;
  return statements;
}

/** How many rows and index entries a statement looks at when it runs now. */
export async function rowsRead(app: TestApp, { sql, parameters }: Statement): Promise<number> {
  const [answer]: { 'QUERY PLAN': [{ Plan: PlanNode }] }[] = await app.dataSource.query(
    `EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) ${sql}`,
    [...parameters],
  );
  return answer ? rowsOf(answer['QUERY PLAN'][0].Plan) : 0;
}

function rowsOf(node: PlanNode): number {
  const removed = (node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Index Recheck'] ?? 0);
  const isScan = node['Node Type'].endsWith('Scan') && !/^(Subquery|CTE|Function|Values) Scan$/.test(node['Node Type']);
  const own = isScan ? (node['Actual Rows'] + removed) * node['Actual Loops'] : 0;
  return (node.Plans ?? []).reduce((sum, child) => sum + rowsOf(child), own);
}
