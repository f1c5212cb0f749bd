import type { TestApp } from './app.js';
import { recordStatements } from './plans.js';

/** How many statements this process sends to the database while the work runs. */
export async function countStatements(app: TestApp, work: () => Promise<unknown>): Promise<number> {
  return (await recordStatements(app, work)).length;
}
