import { loadavg } from 'node:os';
import type { BenchInstallation } from '../making/installation.js';
import { ProgressLine } from '../../demo/progress-line.js';
import { TICKET_SORTS } from '../../tickets/lists/ticket-query.dto.js';
import { combinationTimes, type CombinationTime } from './combination-times.js';
import { type CreateFigures, measureCreates } from './create-rate.js';
import { type LiveFigures, measureLive } from './live.js';
import { type MailFigures, measureMail } from './mail.js';
import { type PlanReading, readPlans } from './plans.js';
import { residentMemory } from './processor-time.js';
import { API, readApi, type RecordedType, recordType } from './record.js';
import { combinations, type RequestType, requestTypes } from './request-types.js';
import { findSamples } from './samples.js';
import { measureRush, type RushFigures } from './sign-in-rush.js';
import { onStage, type Stage } from './stage.js';
import { type ServerFigures, takeTurns, type Turns } from './take-turns.js';

/** Seconds in all of the turns of app and bare server, however many types of requests there are. */
const LONGEST_TURNS = 660;
const CONNECTIONS = { P01: 16, aside: 16, P02: 2, reports: 2 };
const WARM_UP: Turns = { rounds: 1, seconds: 4 };
const COMBINATIONS_SHARE = 0.15;
const SHORTEST_WRITES = 2;
const LONGEST_WRITES = 10;

export interface TypeFigures {
  readonly promise: RequestType['promise'];
  readonly name: string;
  readonly connections: number;
  readonly statements: number;
  readonly bytes: number;
  readonly answerKind: RecordedType['answerKind'];
  readonly bound: number | null;
  readonly app: ServerFigures;
  readonly bare: ServerFigures;
  readonly plan: PlanReading;
}

export interface Measurement {
  readonly tickets: number;
  readonly turns: Turns;
  readonly types: readonly TypeFigures[];
  /** Requests that the API does not know. */
  readonly missing: readonly string[];
  readonly combinations: readonly CombinationTime[];
  readonly creates: CreateFigures;
  readonly rush: RushFigures;
  readonly mail: MailFigures;
  readonly live: LiveFigures;
  /** Processes that wanted to run in the minute before: those of others slow everything down. */
  readonly loadBefore: number;
  /** Milliseconds until the app took requests, and megabytes of its memory after the load. */
  readonly startedIn: number;
  readonly memory: number | null;
}

/** Everything that is promised of the speed, on one installation. */
export function measure(installation: BenchInstallation, wished: Turns, stopping: AbortSignal): Promise<Measurement> {
  const [loadBefore = 0] = loadavg();
  return onStage(installation, stopping, async (stage) => {
    const samples = await findSamples(stage.client, installation.made, (path) => readApi(stage, 'agent', path));
    const types = requestTypes(samples, installation.made.searches);
    const seconds = Math.min(wished.seconds, LONGEST_TURNS / (types.length * 2 * wished.rounds));
    const turns = { rounds: wished.rounds, seconds };
    const { figures, missing } = await measureTypes(stage, types, turns);
    const queries = combinations(samples, TICKET_SORTS);
    const time = LONGEST_TURNS * COMBINATIONS_SHARE * Math.min(seconds / 3, 1) * 1_000;
    console.log(`Lists in ${queries.length} combinations of filters and orders …`);
    const times = await combinationTimes(stage, queries, time);
    console.log('Fifty sign-ins at once, and new tickets …');
    const writing = Math.min(Math.max(seconds * 2, SHORTEST_WRITES), LONGEST_WRITES);
    const rush = await measureRush(stage, writing);
    const creates = await measureCreates(stage, writing);
    const mail = await measureMail(stage, writing);
    const memory = residentMemory(stage.app.pid);
    console.log('A thousand live streams …');
    const live = await measureLive(stage, writing);
    return {
      ...{ tickets: installation.made.tickets, turns, types: figures, missing, combinations: times, creates, rush },
      ...{ mail, live, loadBefore, startedIn: stage.app.startedIn, memory },
    };
  });
}

async function measureTypes(stage: Stage, types: readonly RequestType[], turns: Turns) {
  const progress = new ProgressLine('App and bare server by turns');
  await warmUp(stage, types);
  const figures: TypeFigures[] = [];
  const missing: string[] = [];
  for (const [index, type] of types.entries()) {
    const recorded = await recordType(stage, type);
    if (recorded) figures.push(await measureType(stage, recorded, turns));
    else missing.push(type.name);
    progress.show(index + 1, types.length);
  }
  progress.end();
  return { figures, missing };
}

/** A server that is used has been used before: whatever comes first would be measured while its code is still compiled. */
async function warmUp(stage: Stage, [first]: readonly RequestType[]): Promise<void> {
  const recorded = first && (await recordType(stage, first));
  if (recorded) await measureType(stage, recorded, WARM_UP);
}

async function measureType(stage: Stage, type: RecordedType, turns: Turns): Promise<TypeFigures> {
  const { promise, name, reader, paths, statements, answerKind, bytes, bound } = type;
  const connections = CONNECTIONS[promise];
  const requests = stage.sessions[reader].flatMap((headers) =>
    paths.map((path) => ({ method: 'GET' as const, path: API + path, headers })),
  );
  const plan = await readPlans(stage, type);
  const { app, bare } = await takeTurns(stage, requests, connections, turns);
  return { promise, name, connections, statements: statements.length, bytes, answerKind, bound, app, bare, plan };
}
