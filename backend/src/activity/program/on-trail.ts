import { Client } from 'pg';
import type { Settings } from '../../platform/config/settings.js';
import { openEmbeddedDatabase } from '../../platform/database/embedded/embedded-database.js';
import { StartupProblem } from '../../platform/startup-problem.js';

/**
 * Works on the trail of an installation over one connection, whether or not the app runs.
 *
 * @throws StartupProblem where the database has no trail yet
 */
export async function onTrail<T>(settings: Settings, work: (client: Client) => Promise<T>): Promise<T> {
  const server = settings.DATABASE_URL
    ? { url: settings.DATABASE_URL, release: () => Promise.resolve() }
    : await openEmbeddedDatabase({ dataDir: settings.DATA_DIR, log: console.log });
  const client = new Client({ connectionString: server.url, application_name: 'deskhand trail' });
  try {
    await client.connect();
    const { rows } = await client.query<{ found: boolean }>(
      "SELECT to_regclass('public.activity_chains') IS NOT NULL AS found",
    );
    if (!rows[0]?.found) throw new StartupProblem('There is no chained trail in this database; start the app once.');
    return await work(client);
  } finally {
    await client.end();
    await server.release();
  }
}

export async function installationOf(client: Client): Promise<string> {
  const { rows } = await client.query<{ id: string }>('SELECT id FROM installation');
  return rows[0]?.id ?? '';
}
