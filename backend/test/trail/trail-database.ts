import { Client } from 'pg';
import { newId } from '../../src/platform/ids.js';
import { cloneDatabase } from '../database/clone.js';

/** What `append_activity` takes, under the names of the columns. */
export interface Told {
  readonly at: string;
  readonly [column: string]: unknown;
}

export function told(at: string, more: Readonly<Record<string, unknown>> = {}): Told {
  const about = { actor_id: newId(), subject_type: 'ticket', subject_id: newId() };
  return { id: newId(), at, kind: 'comment.added', payload: { internal: false }, public: true, ...about, ...more };
}

export async function append(client: Client, ...entries: Told[]): Promise<void> {
  await client.query('SELECT append_activity($1)', [JSON.stringify(entries)]);
}

export interface TrailDatabase {
  readonly url: string;
  readonly client: Client;
  readonly connect: () => Promise<Client>;
  readonly close: () => Promise<void>;
}

/** A migrated database without the app. */
export async function trailDatabase(): Promise<TrailDatabase> {
  const database = await cloneDatabase();
  const clients: Client[] = [];
  const connect = async (): Promise<Client> => {
    const client = new Client({ connectionString: database.url });
    clients.push(client);
    await client.connect();
    return client;
  };
  const client = await connect();
  const close = async (): Promise<void> => {
    await Promise.all(clients.map((each) => each.end()));
    await database.drop();
  };
  return { url: database.url, client, connect, close };
}

/** Whoever makes a month keeps the others waiting until he commits, so months are made before. */
export async function makeMonths(client: Client, ...months: string[]): Promise<void> {
  for (const month of months) await client.query('SELECT make_activity_month($1)', [`${month}-01`]);
}

/** Appends so that two chains have entries: the second while the first is held. */
export async function twoChains({ client, connect }: TrailDatabase, entries: readonly Told[]): Promise<void> {
  const other = await connect();
  for (const entry of entries) {
    await client.query('BEGIN');
    await append(client, entry);
    await append(other, { ...entry, id: newId() });
    await client.query('COMMIT');
  }
}
