import type { WireRequest } from '../load/keep-alive-client.js';
import { type Spread, spreadOf } from './percentiles.js';
import { processorTime, serverProcessorTime } from './processor-time.js';
import { API } from './record.js';
import type { Stage } from './stage.js';

const CONNECTIONS = 16;
/** Milliseconds in which caches fill before anything counts. */
const WARM_UP = 300;
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
export function measureCreates(stage: Stage, seconds: number): Promise<CreateFigures> {
  return leavingNoTickets(stage, async () => ({
    statements: await statementsOfOne(stage),
    ...(await fileTickets(stage, seconds)),
  }));
}

/** Files tickets as fast as they are taken. */
export async function fileTickets(stage: Stage, seconds: number): Promise<Omit<CreateFigures, 'statements'>> {
  const { app, headers, load, postmaster } = stage;
  const requests = [createRequest(headers.employee)];
  const slice = { port: app.port, requests, connections: CONNECTIONS, status: 201 };
  await load.run({ ...slice, milliseconds: WARM_UP });
  const before = [processorTime(app.pid), serverProcessorTime(postmaster)] as const;
  const { durations, milliseconds, failures } = await load.run({ ...slice, milliseconds: seconds * 1_000 });
  const after = [processorTime(app.pid), serverProcessorTime(postmaster)] as const;
  const each = (index: 0 | 1): number | null =>
    before[index] === null || after[index] === null ? null : (after[index] - before[index]) / durations.length;
  const perSecond = durations.length / (milliseconds / 1_000);
  return { ...spreadOf(durations), perSecond, ownTime: each(0), databaseTime: each(1), failures };
}

/** So that the next measuring meets those that were made. */
export async function leavingNoTickets<T>(stage: Stage, work: () => Promise<T>): Promise<T> {
  const { rows } = await stage.client.query<{ last: string }>('SELECT max(number) AS last FROM tickets');
  try {
    return await work();
  } finally {
    await removeTicketsAfter(stage, Number(rows[0]?.last));
  }
}

/** @param by the headers that say who files it */
export function createRequest(by: Readonly<Record<string, string>>): WireRequest {
  const body = JSON.stringify({ subject: SUBJECT, description: DESCRIPTION });
  const headers = { ...by, 'content-type': 'application/json' };
  return { method: 'POST', path: `${API}/tickets`, headers, body };
}

async function statementsOfOne(stage: Stage): Promise<number> {
  const { method, path, headers, body = '' } = createRequest(stage.headers.employee);
  const recording = stage.recorder.nextRecording();
  const answer = await fetch(`http://127.0.0.1:${stage.recorder.port}${path}`, { method, headers, body });
  await answer.text();
  return (await recording).statements.length;
}

/** So that the next run meets the tickets as they were made, and no mail waits. Their entries stay on the trail, which nobody may shorten. */
async function removeTicketsAfter({ client }: Stage, last: number): Promise<void> {
  await client.query('DELETE FROM mails WHERE ticket_id IN (SELECT id FROM tickets WHERE number > $1)', [last]);
  await client.query('DELETE FROM tickets WHERE number > $1', [last]);
  await client.query('VACUUM (ANALYZE) tickets, mails');
}
