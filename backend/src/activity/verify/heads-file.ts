import { readFileSync, writeFileSync } from 'node:fs';
import { StartupProblem } from '../../platform/startup-problem.js';
import type { ChainEnd } from './chain-ends.js';

/** The ends of all chains at one time, to be kept where the database's owner cannot write. */
export interface HeadsFile {
  readonly installation: string;
  readonly at: string;
  readonly heads: readonly Omit<ChainEnd, 'month'>[];
}

/** @throws StartupProblem where the file cannot be written */
export function writeHeads(file: string, heads: HeadsFile): void {
  try {
    writeFileSync(file, `${JSON.stringify(heads, null, 2)}\n`);
  } catch {
    throw new StartupProblem(`${file} cannot be written; check its folder and its permissions.`);
  }
}

/** @throws StartupProblem for a file that is no list of heads */
export function readHeadsFile(file: string): HeadsFile {
  const problem = new StartupProblem(`${file} is no file that --head wrote.`);
  let read: unknown;
  try {
    read = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    throw problem;
  }
  if (!isHeadsFile(read)) throw problem;
  return read;
}

function isHeadsFile(read: unknown): read is HeadsFile {
  if (typeof read !== 'object' || read === null) return false;
  const { installation, at, heads } = read as Partial<Record<keyof HeadsFile, unknown>>;
  return typeof installation === 'string' && typeof at === 'string' && Array.isArray(heads) && heads.every(isHead);
}

function isHead(read: unknown): boolean {
  if (typeof read !== 'object' || read === null) return false;
  const { lane, links, hash } = read as Partial<Record<keyof ChainEnd, unknown>>;
  return Number.isInteger(lane) && Number.isInteger(links) && typeof hash === 'string' && /^[\da-f]{64}$/.test(hash);
}
