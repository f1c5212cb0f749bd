import { setTimeout as delay } from 'node:timers/promises';
import type pg from 'pg';
import type { Cluster } from './cluster.js';

/** The database and, by the same name, its owner: the application is no superuser of the server. */
export const APPLICATION = 'deskhand';

/** Somebody else made it at the same moment: duplicate_object, duplicate_database, unique_violation. */
const ALREADY_MADE = ['42710', '42P04', '23505'];
/** object_in_use: two databases cannot be copied from the template at the same moment. */
const TEMPLATE_IN_USE = '55006';
const TRIES = 20;
const PAUSE_MS = 100;

/** Each statement stands alone, so a start that was killed between them is completed by the next. */
export async function ensureApplicationDatabase(cluster: Cluster, client: pg.Client): Promise<void> {
  const role = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [APPLICATION]);
  if (role.rowCount === 0) {
    const password = client.escapeLiteral(cluster.password);
    await make(client, `CREATE ROLE ${APPLICATION} LOGIN CREATEDB PASSWORD ${password}`);
  }
  const database = await client.query('SELECT FROM pg_database WHERE datname = $1', [APPLICATION]);
  if (database.rowCount === 0) await make(client, `CREATE DATABASE ${APPLICATION} OWNER ${APPLICATION}`);
}

async function make(client: pg.Client, statement: string): Promise<void> {
  for (let tried = 1; ; tried += 1) {
    try {
      await client.query(statement);
      return;
    } catch (error) {
      const code = (error as { code?: string }).code ?? '';
      if (ALREADY_MADE.includes(code)) return;
      if (code !== TEMPLATE_IN_USE || tried === TRIES) throw error;
      await delay(PAUSE_MS);
    }
  }
}
