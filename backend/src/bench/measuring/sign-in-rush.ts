import { SECOND } from '../../platform/clock.js';
import { PASSWORD, type Person } from '../making/people.js';
import { spreadOf } from './percentiles.js';
import { API } from './record.js';
import type { Stage } from './stage.js';

const PEOPLE = 50;
const CONNECTIONS = 16;
const WARM_UP = 1_000;

export interface RushFigures {
  /** Milliseconds of 95 of 100 lists that were read meanwhile. */
  readonly listP95: number;
  /** Milliseconds until the last of them was signed in. */
  readonly lastAfter: number;
  readonly failures: number;
}

/** Fifty people sign in at once while others read the list. @param seconds for which the list is read meanwhile */
export async function measureRush(stage: Stage, seconds: number): Promise<RushFigures> {
  const list = { method: 'GET', path: `${API}/tickets`, headers: stage.headers.agent } as const;
  const load = { port: stage.app.port, requests: [list], connections: CONNECTIONS, status: 200 };
  await stage.load.run({ ...load, milliseconds: WARM_UP });
  const reading = stage.load.run({ ...load, milliseconds: seconds * SECOND });
  const begun = performance.now();
  const results = await Promise.all(stage.people.employees.slice(0, PEOPLE).map((person) => signIn(stage, person)));
  const lastAfter = performance.now() - begun;
  const failures = results.filter((succeeded) => !succeeded).length;
  return { listP95: spreadOf((await reading).durations).p95, lastAfter, failures };
}

async function signIn({ app }: Stage, { email }: Person): Promise<boolean> {
  const answer = await fetch(`http://127.0.0.1:${app.port}${API}/auth/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password: PASSWORD }),
  });
  await answer.text();
  return answer.status === 200;
}
