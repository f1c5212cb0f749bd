import { setTimeout as delay } from 'node:timers/promises';
import type pg from 'pg';
import { PRESENCE_NAME } from './connection.js';

/**
 * How processes share one server, and why no order of events leaves a user without one or a server without a user:
 *
 * - Who uses the server holds this advisory lock shared, on a connection of its own, and PostgreSQL takes it back when
 *   that process dies in whatever way.
 * - Who leaves gives up his share and then tries the lock exclusively. Of several who leave at once, the last to give up
 *   gets it, since by then no share is left; the others may find it taken, by him or by somebody who stays, and just go.
 * - Who has it exclusively may stop the server. A newcomer gets no share meanwhile, knows by that that the server is
 *   stopping, and starts it again afterwards.
 *
 * Clients that know nothing of the lock (psql, a backup) are seen in `pg_stat_activity`, and keep the server up too; the
 * connections of this protocol are left out there, as the lock speaks for them.
 */
const PRESENCE_LOCK = '7234017283807667300';

const CLOSING_CONNECTIONS_MS = 1_000;
const POLL_MS = 50;

/** Takes a share; false while somebody who leaves is stopping the server, or when the connection is cut by that. */
export async function enter(client: pg.Client): Promise<boolean> {
  return askLock(client, 'pg_try_advisory_lock_shared');
}

/** Gives up this process's share; true if nobody else is there and none can come, so that the server may be stopped. */
export async function leaveAsLast(client: pg.Client): Promise<boolean> {
  await client.query(`SELECT pg_advisory_unlock_shared(${PRESENCE_LOCK})`);
  if (!(await askLock(client, 'pg_try_advisory_lock'))) return false;
  // Sessions that this process has just closed are listed until their server processes have ended.
  const patience = performance.now() + CLOSING_CONNECTIONS_MS;
  while (await othersConnected(client)) {
    if (performance.now() > patience) return false;
    await delay(POLL_MS);
  }
  return true;
}

async function askLock(client: pg.Client, call: string): Promise<boolean> {
  const { rows } = await client.query<{ taken: boolean }>(`SELECT ${call}(${PRESENCE_LOCK}) AS taken`);
  return rows[0]?.taken ?? false;
}

async function othersConnected(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ others: boolean }>(
    `SELECT EXISTS (
       SELECT FROM pg_stat_activity WHERE backend_type = 'client backend' AND application_name <> $1
     ) AS others`,
    [PRESENCE_NAME],
  );
  return rows[0]?.others ?? false;
}
