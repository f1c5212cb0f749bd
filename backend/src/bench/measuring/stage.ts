import { Client, type PoolConfig } from 'pg';
import type { ActorFacts } from '@deskhand/shared';
import { BareServer } from '../bare/bare-server.js';
import { Load } from '../load/load.js';
import type { BenchInstallation } from '../making/installation.js';
import { findPeople, type People, type Person } from '../making/people.js';
import { createDataSource } from '../../platform/database/data-source.js';
import { openEmbeddedDatabase } from '../../platform/database/embedded/embedded-database.js';
import { newSecret } from '../../platform/ids.js';
import { accessFor, type TokenKeys } from './access.js';
import { AppProcess } from './app-process.js';
import { parentOf } from './processor-time.js';
import type { Reader } from './request-types.js';

type Headers = Readonly<Record<string, string>>;

/** With the limit that is the default, so many sessions send a thousand requests a second. */
const SESSIONS = 64;

/** Everything that a measurement needs, running. */
export interface Stage {
  readonly app: AppProcess;
  readonly recorder: AppProcess;
  readonly bare: BareServer;
  readonly load: Load;
  readonly client: Client;
  readonly people: People;
  /** The database server's first process; 0 where the system does not tell. */
  readonly postmaster: number;
  readonly headers: Readonly<Record<Reader, Headers>>;
  /** The same people at many devices: the limit of requests counts each session for itself, and no person sends thousands. */
  readonly sessions: Readonly<Record<Reader, readonly Headers[]>>;
  readonly facts: Readonly<Record<Reader, ActorFacts>>;
}

/** Starts database, app, recording app, bare server and load, and stops them afterwards, whatever happens. */
export async function onStage<T>(
  { folder }: BenchInstallation,
  stopping: AbortSignal,
  work: (stage: Stage) => Promise<T>,
): Promise<T> {
  const database = await openEmbeddedDatabase({ dataDir: folder, log: console.log });
  const pool = poolOfTheApp(database.url);
  const client = new Client({ ...pool, statement_timeout: 0 });
  const secret = newSecret();
  const endings: (() => unknown)[] = [() => database.release()];
  try {
    await client.connect();
    endings.unshift(() => client.end());
    const app = await AppProcess.start(folder, secret, false);
    endings.unshift(() => app.stop());
    const recorder = await AppProcess.start(folder, secret, true);
    endings.unshift(() => recorder.stop());
    const installation = await client.query<{ id: string }>('SELECT id FROM installation');
    const keys = { secret, installationId: installation.rows[0]?.id ?? '' };
    const bare = await BareServer.start({ pool, keys });
    endings.unshift(() => bare.stop());
    const load = new Load();
    endings.unshift(() => load.stop());
    const people = await findPeople(client);
    const [agent, employee] = [first(people.agents), first(people.employees)];
    const sessions = {
      agent: await sessionsOf(client, agent, keys),
      employee: await sessionsOf(client, employee, keys),
    };
    const working = work({
      ...{ app, recorder, bare, load, client, people, postmaster: await postmasterOf(client) },
      ...{ sessions, headers: { agent: first(sessions.agent), employee: first(sessions.employee) } },
      facts: { agent: { id: agent.id, role: 'agent' }, employee: { id: employee.id, role: 'employee' } },
    });
    return await Promise.race([working, aborted(stopping)]);
  } finally {
    for (const end of endings) await end();
  }
}

async function sessionsOf(client: Client, person: Person, keys: TokenKeys): Promise<Headers[]> {
  const sessions: Headers[] = [];
  while (sessions.length < SESSIONS) {
    sessions.push({ authorization: `Bearer ${await accessFor(client, person, keys)}` });
  }
  return sessions;
}

/** Fails when somebody asks the process to stop. */
function aborted(stopping: AbortSignal): Promise<never> {
  return new Promise((_, failed) => {
    if (stopping.aborted) failed(stopping.reason as Error);
    stopping.addEventListener('abort', () => {
      failed(stopping.reason as Error);
    });
  });
}

/** Taken from the app's own data source, so that nothing differs. Its kind of client cannot be sent to another process. */
function poolOfTheApp(url: string): PoolConfig {
  const { extra } = createDataSource(url, []).options as { extra?: PoolConfig };
  return { connectionString: url, ...extra, Client: undefined };
}

async function postmasterOf(client: Client): Promise<number> {
  const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  return parentOf(rows[0]?.pid ?? 0) ?? 0;
}

function first<T>(of: readonly T[]): T {
  const [one] = of;
  if (one === undefined) throw new Error('nobody is there');
  return one;
}
