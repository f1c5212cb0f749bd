import { statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Client } from 'pg';
import { StartupProblem } from '../../platform/startup-problem.js';
import { retireMonth } from '../retire/retire-month.js';
import { partitionsOf } from '../verify/stored-entry.js';
import { verifyTrail } from '../verify/verify-trail.js';
import { installationOf } from './on-trail.js';

export interface RetireArguments {
  /** Such as `2025-01`: what is older is retired. */
  readonly before: string;
  readonly to: string;
}

const USAGE = 'npm run retire -- --before 2025-01 --to FOLDER';
/** Whole months that stay beside the present one. */
const MONTHS_KEPT = 12;

/** @throws StartupProblem in a sentence that shows how it is called */
export function readRetireArguments(words: readonly string[]): RetireArguments {
  try {
    const options = { before: { type: 'string' }, to: { type: 'string' } } as const;
    const { before = '', to = '' } = parseArgs({ args: [...words], options }).values;
    if (/^\d{4}-(0[1-9]|1[0-2])$/.test(before) && to !== '') return { before, to };
  } catch (error) {
    throw new StartupProblem(`${error instanceof Error ? error.message : 'Unknown option'}\n  ${USAGE}`);
  }
  throw new StartupProblem(`Name a month and a folder:\n  ${USAGE}`);
}

/**
 * Retires every month before the one that is named, the oldest first.
 *
 * @throws StartupProblem for months that have to stay, and for a trail that is not as it was written
 */
export async function retireAndTell(
  client: Client,
  { before, to }: RetireArguments,
  now: Date,
  say: (line: string) => void,
): Promise<void> {
  const latest = monthsBefore(now, MONTHS_KEPT);
  if (before > latest) {
    throw new StartupProblem(`The last ${MONTHS_KEPT} whole months stay: the latest month to name is ${latest}.`);
  }
  if (!statSync(to, { throwIfNoEntry: false })?.isDirectory()) throw new StartupProblem(`There is no folder ${to}.`);
  const installation = await installationOf(client);
  const { faults } = await verifyTrail(client);
  if (faults.length > 0) throw new StartupProblem('The trail is not as it was written; npm run verify says what.');
  const due = (await partitionsOf(client)).map((partition) => ({ partition, month: monthOfTable(partition) }));
  for (const { partition, month } of due.filter((each) => each.month < before)) {
    const { file, entries } = await retireMonth(client, { installation, now, folder: to, month, partition });
    if (file !== null) say(`${month}: ${entries === 1 ? 'one entry is' : `${entries} entries are`} in ${file}`);
  }
  say(`Nothing before ${before} is left in the database. Keep the files: what is in them is nowhere else.`);
}

/** Of `activity_2025_01`. */
function monthOfTable(partition: string): string {
  return partition.slice(-7).replace('_', '-');
}

function monthsBefore(time: Date, months: number): string {
  return new Date(Date.UTC(time.getUTCFullYear(), time.getUTCMonth() - months, 1)).toISOString().slice(0, 7);
}
