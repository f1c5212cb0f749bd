import { LiveStreams } from '../load/live-streams.js';
import type { WireRequest } from '../load/keep-alive-client.js';
import { createRequest, leavingNoTickets } from './create-rate.js';
import { byTurns, file, type Filing } from './filing.js';
import { type Spread, spreadOf } from './percentiles.js';
import { residentMemory } from './processor-time.js';
import { API } from './record.js';
import type { Stage } from './stage.js';

const STREAMS = 1_000;
const STREAMS_BESIDE_WRITES = 100;
const CHANGES = 20;
const PAUSE = 250;

/** How soon streams are told of a change, and what they cost. */
export interface LiveFigures extends Spread {
  readonly streams: number;
  readonly changes: number;
  /** Changes that some stream was never told of. */
  readonly missing: number;
  /** Megabytes of the app before they were opened, and with all of them. */
  readonly memory: readonly [number | null, number | null];
  /** Filing tickets without streams, and with a hundred. */
  readonly alone: Filing;
  readonly beside: Filing;
}

/** @param seconds of filing tickets in each turn */
export function measureLive(stage: Stage, seconds: number): Promise<LiveFigures> {
  return leavingNoTickets(stage, async () => {
    const before = residentMemory(stage.app.pid);
    const [arrivals, memory] = await withStreams(stage, STREAMS, async (streams) => {
      const told = await streams.send({ change: createRequest(stage.headers.employee), count: CHANGES, pause: PAUSE });
      return [told, residentMemory(stage.app.pid)] as const;
    });
    const [alone, beside] = await byTurns([
      () => file(stage, seconds),
      () => withStreams(stage, STREAMS_BESIDE_WRITES, () => file(stage, seconds)),
    ]);
    if (!alone || !beside) throw new Error('nothing was filed');
    return {
      ...spreadOf(arrivals.durations),
      ...{ streams: STREAMS, changes: CHANGES, missing: arrivals.missing, memory: [before, memory] },
      ...{ alone, beside },
    };
  });
}

async function withStreams<T>(stage: Stage, count: number, work: (streams: LiveStreams) => Promise<T>): Promise<T> {
  const streams = new LiveStreams();
  try {
    await streams.open({ port: stage.app.port, requests: streamRequests(stage), count });
    return await work(streams);
  } finally {
    streams.stop();
  }
}

/** Of an agent, who sees every ticket, and of the one who files them. */
function streamRequests({ sessions }: Stage): WireRequest[] {
  return [...sessions.agent, ...sessions.employee].map((headers) => ({
    method: 'GET',
    path: `${API}/events`,
    headers,
  }));
}
