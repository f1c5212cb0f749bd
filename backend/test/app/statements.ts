import type { TestApp } from './app.js';

/** How many statements this process sends to the database while the work runs. */
export async function countStatements(app: TestApp, work: () => Promise<unknown>): Promise<number> {
  const { logger } = app.dataSource;
  let count = 0;
  app.dataSource.setOptions({ logging: ['query'] });
  app.dataSource.logger = Object.assign(Object.create(logger) as typeof logger, { logQuery: () => void (count += 1) });
  await work();
  app.dataSource.logger = logger;
  return count;
}
