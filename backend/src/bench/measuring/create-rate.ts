import type { WireRequest } from '../load/keep-alive-client.js';
import { type Spread, spreadOf } from './percentiles.js';
import { processorTime, serverProcessorTime } from './processor-time.js';
import { API } from './record.js';
import type { Stage } from './stage.js';

const CONNECTIONS = 16;
const SUBJECT = 'Printer on floor 3 jams';
const DESCRIPTION = 'Every second page since Monday, and please soon: the invoices have to go out before Friday noon.';

export interface CreateFigures extends Spread {
  readonly perSecond: number;
  readonly statements: number;
  readonly ownTime: number | null;
  readonly databaseTime: number | null;
  readonly failures: number;
}

/** Files tickets as fast as they are taken, and removes them afterwards. */
export async function measureCreates(stage: Stage, seconds: number): Promise<CreateFigures> {
  const { rows } = await stage.client.query<{ last: string }>('SELECT max(number) AS last FROM tickets');
  const last = Number(rows[0]?.last);
  try {
    const statements = await statementsOfOne(stage);
    const slice = { port: stage.app.port, requests: [request(stage)], connections: CONNECTIONS, status: 201 };
    await stage.load.run({ ...slice, milliseconds: 300 });
    const before = [processorTime(stage.app.pid), serverProcessorTime(stage.postmaster)] as const;
    const { durations, milliseconds, failures } = await stage.load.run({ ...slice, milliseconds: seconds * 1_000 });
    const after = [processorTime(stage.app.pid), serverProcessorTime(stage.postmaster)] as const;
    const each = (index: 0 | 1): number | null =>
      before[index] === null || after[index] === null ? null : (after[index] - before[index]) / durations.length;
    const perSecond = durations.length / (milliseconds / 1_000);
    return { ...spreadOf(durations), perSecond, statements, ownTime: each(0), databaseTime: each(1), failures };
  } finally {
    await removeTicketsAfter(stage, last);
  }
}

function request(stage: Stage): WireRequest {
  const body = JSON.stringify({ subject: SUBJECT, description: DESCRIPTION });
  const headers = { ...stage.headers.employee, 'content-type': 'application/json' };
  return { method: 'POST', path: `${API}/tickets`, headers, body };
}

async function statementsOfOne(stage: Stage): Promise<number> {
  const { method, path, headers, body = '' } = request(stage);
  const recording = stage.recorder.nextRecording();
  const answer = await fetch(`http://127.0.0.1:${stage.recorder.port}${path}`, { method, headers, body });
  await answer.text();
  return (await recording).statements.length;
}

/** So that the next run meets the tickets as they were made. Their entries stay on the trail, which nobody may shorten. */
async function removeTicketsAfter({ client }: Stage, last: number): Promise<void> {
  await client.query('DELETE FROM tickets WHERE number > $1', [last]);
  await client.query('VACUUM (ANALYZE) tickets');
}
