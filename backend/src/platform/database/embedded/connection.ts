import { realpath } from 'node:fs/promises';
import pg from 'pg';
import { type Cluster, SUPERUSER } from './cluster.js';

/**
 * What answers on a port: our cluster's server; our server, which is starting or stopping; or anything else, including
 * nothing at all.
 */
export type Contact =
  | { readonly kind: 'ours'; readonly client: pg.Client }
  | { readonly kind: 'changing' }
  | { readonly kind: 'not-ours'; readonly because: string };

export const HOST = '127.0.0.1';
/** How our connections name themselves, so that they can be told from those that do work. */
export const PRESENCE_NAME = 'deskhand presence';

const CONNECT_TIMEOUT_MS = 3_000;
/** cannot_connect_now (starting, recovering, stopping) and admin_shutdown, from PostgreSQL's table of error codes. */
const CHANGING_STATES = ['57P03', '57P01'];

/** Signs in as superuser. Only a server that takes our password and names our data directory is ours. */
export async function contactServer(cluster: Cluster, port: number): Promise<Contact> {
  const client = new pg.Client({
    host: HOST,
    port,
    user: SUPERUSER,
    password: cluster.password,
    database: 'postgres',
    application_name: PRESENCE_NAME,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    ssl: false,
  });
  // A lost connection is an event here and must not end the process; whoever needs to know listens for `end`.
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ data_directory: string }>('SHOW data_directory');
    const answered = rows[0]?.data_directory ?? '';
    if ((await realpath(answered).catch(() => null)) === (await realpath(cluster.data)))
      return { kind: 'ours', client };
    await closeQuietly(client);
    return { kind: 'not-ours', because: `the server on port ${String(port)} serves ${answered}` };
  } catch (error) {
    await closeQuietly(client);
    if (CHANGING_STATES.includes((error as { code?: string }).code ?? '')) return { kind: 'changing' };
    return { kind: 'not-ours', because: `port ${String(port)}: ${(error as Error).message}` };
  }
}

export async function closeQuietly(client: pg.Client): Promise<void> {
  await client.end().catch(() => undefined);
}
