import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, platform, totalmem } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Clock } from '../../platform/clock.js';
import type { Made } from '../making/installation.js';
import type { Measurement } from '../measuring/measure.js';

/** Goes up when the shape of a result changes: those of another shape are left out of the tables. */
const SHAPE = 3;
const GIGABYTE = 1024 ** 3;

/** A measurement with what it was measured on. */
export interface Result extends Measurement {
  readonly shape: number;
  readonly date: string;
  readonly commit: string;
  readonly machine: string;
  readonly texts: string;
  /** Seconds of each part of the making. */
  readonly making: Made['seconds'];
}

/** Keeps the result beside those of other sizes and gives all of them, the smallest installation first. */
export async function keepResult(root: string, made: Made, measurement: Measurement): Promise<Result[]> {
  const folder = join(root, 'results');
  const result: Result = {
    ...measurement,
    shape: SHAPE,
    date: new Clock().now().toISOString().slice(0, 16).replace('T', ' '),
    commit: await commit(root),
    machine: `${cpus().length} cores (${cpus()[0]?.model.trim() ?? platform()}), ${Math.round(totalmem() / GIGABYTE)} GiB`,
    texts: made.texts,
    making: made.seconds,
  };
  mkdirSync(folder, { recursive: true });
  const name = `${made.tickets}${made.texts === 'model' ? '' : '-given'}.json`;
  writeFileSync(join(folder, name), JSON.stringify(result, null, 2));
  return resultsIn(folder);
}

function resultsIn(folder: string): Result[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Result)
    .filter(({ shape }) => shape === SHAPE)
    .sort((one, other) => one.tickets - other.tickets);
}

async function commit(folder: string): Promise<string> {
  try {
    const { stdout } = await promisify(execFile)('git', ['rev-parse', '--short', 'HEAD'], { cwd: folder });
    return stdout.trim();
  } catch {
    return 'unknown';
  }
}
