import type { WireRequest } from '../load/keep-alive-client.js';
import type { SliceResult } from '../load/slice.js';
import { joined, type Spread, spreadOf } from './percentiles.js';
import { processorTime, serverProcessorTime } from './processor-time.js';
import type { Stage } from './stage.js';

/** Milliseconds in which caches fill before anything counts. */
const WARM_UP = 300;

export interface Turns {
  readonly seconds: number;
  readonly rounds: number;
}

/** How one server did with one type of request. */
export interface ServerFigures extends Spread {
  readonly perSecond: number;
  /** Milliseconds of processor time for each request; null where the system does not tell. */
  readonly ownTime: number | null;
  readonly databaseTime: number | null;
  readonly failures: number;
}

interface Slice extends SliceResult {
  readonly ownTime: number | null;
  readonly databaseTime: number | null;
}

/** Sends the same requests to the app and to the bare server by turns, so that both meet the same machine. */
export async function takeTurns(
  stage: Stage,
  requests: readonly WireRequest[],
  connections: number,
  { seconds, rounds }: Turns,
): Promise<{ app: ServerFigures; bare: ServerFigures }> {
  const [app, bare]: [Slice[], Slice[]] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    for (const [server, slices] of [[stage.app, app] as const, [stage.bare, bare] as const]) {
      const slice = { port: server.port, requests, connections, status: 200 };
      if (round === 0) await stage.load.run({ ...slice, milliseconds: Math.min(WARM_UP, seconds * 1_000) });
      const before = [processorTime(server.pid), serverProcessorTime(stage.postmaster)] as const;
      const result = await stage.load.run({ ...slice, milliseconds: seconds * 1_000 });
      const after = [processorTime(server.pid), serverProcessorTime(stage.postmaster)] as const;
      slices.push({ ...result, ownTime: since(before[0], after[0]), databaseTime: since(before[1], after[1]) });
    }
  }
  return { app: figuresOf(app), bare: figuresOf(bare) };
}

function since(before: number | null, after: number | null): number | null {
  return before === null || after === null ? null : after - before;
}

function figuresOf(slices: readonly Slice[]): ServerFigures {
  const durations = joined(slices.map((slice) => slice.durations));
  const count = durations.length;
  const sum = (of: (slice: Slice) => number | null): number => slices.reduce((all, slice) => all + (of(slice) ?? 0), 0);
  const each = (of: (slice: Slice) => number | null): number | null =>
    slices.some((slice) => of(slice) === null) ? null : sum(of) / count;
  return {
    ...spreadOf(durations),
    perSecond: count / (sum(({ milliseconds }) => milliseconds) / 1_000),
    ownTime: each(({ ownTime }) => ownTime),
    databaseTime: each(({ databaseTime }) => databaseTime),
    failures: sum(({ failures }) => failures),
  };
}
