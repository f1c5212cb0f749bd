import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { StartupProblem } from '../platform/startup-problem.js';
import type { InstallationRequest } from './making/installation.js';

export interface BenchArguments extends InstallationRequest {
  /** Seconds of one measurement of one server. */
  readonly seconds: number;
  /** How often app and bare server take turns. */
  readonly rounds: number;
  /** Makes the installation and measures nothing. */
  readonly isMakingOnly: boolean;
}

const SIZES = [10_000, 1_000_000] as const;
const USAGE =
  'npm run bench -- [--quick] [--tickets 100000] [--csv FILE --column NAME] [--seconds 3] [--rounds 3] [--fresh] [--make]';

/** @throws StartupProblem with how it is called */
export function readBenchArguments(args: readonly string[]): BenchArguments {
  const { quick, csv, column, fresh, make, ...given } = parse(args);
  const [tickets, seconds, rounds] = [given.tickets, given.seconds, given.rounds].map((text) => Number(text));
  if (!isBetween(tickets, ...SIZES) || !isBetween(seconds, 0, 60) || !isBetween(rounds, 1, 20)) throw refusal();
  if ((csv === undefined) !== (column === undefined)) throw refusal();
  return {
    tickets: quick ? SIZES[0] : tickets,
    seconds: quick ? 0.4 : seconds,
    rounds: quick ? 1 : rounds,
    csv: csv !== undefined && column !== undefined ? { file: resolve(csv), column } : null,
    isFresh: fresh,
    isMakingOnly: make,
  };
}

function parse(args: readonly string[]): ReturnType<typeof parsed> {
  try {
    return parsed(args);
  } catch {
    throw refusal();
  }
}

function parsed(args: readonly string[]) {
  return parseArgs({
    args: [...args],
    options: {
      tickets: { type: 'string', default: '100000' },
      csv: { type: 'string' },
      column: { type: 'string' },
      seconds: { type: 'string', default: '3' },
      rounds: { type: 'string', default: '3' },
      quick: { type: 'boolean', default: false },
      fresh: { type: 'boolean', default: false },
      make: { type: 'boolean', default: false },
    },
  }).values;
}

function isBetween(value: number | undefined, least: number, most: number): value is number {
  return value !== undefined && value >= least && value <= most;
}

function refusal(): StartupProblem {
  return new StartupProblem(`${USAGE}\nTickets are ${SIZES[0]} to ${SIZES[1]}.`);
}
