import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { StartupProblem } from '../startup-problem.js';

const OLDEST_SERVER = 150_000;
/** Any number that nobody else uses for an advisory lock in this database. */
export const MIGRATION_LOCK = 7_236_001;

/**
 * Brings the tables up to date, one process at a time; the others wait.
 *
 * @param dataSource initialised
 * @param url of the same database, for the connection that holds the lock
 * @throws StartupProblem when the server is older than PostgreSQL 15
 */
export async function migrate(dataSource: DataSource, url: string): Promise<void> {
  const client = new Client({ connectionString: url, application_name: 'deskhand migrations' });
  await client.connect();
  try {
    const { rows } = await client.query<{ server_version_num: string }>('SHOW server_version_num');
    if (Number(rows[0]?.server_version_num) < OLDEST_SERVER) {
      throw new StartupProblem('This PostgreSQL is too old; DATABASE_URL must name a server of version 15 or newer.');
    }
    await client.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    if (await dataSource.showMigrations()) await migratePatiently(dataSource);
  } finally {
    await client.end();
  }
}

/** Over a connection of its own, without the time limit of the app's statements: some migrations go through a million rows. */
async function migratePatiently({ options }: DataSource): Promise<void> {
  const patient = await new DataSource({ ...options, entities: [], extra: { max: 1 } }).initialize();
  try {
    await patient.runMigrations();
  } finally {
    await patient.destroy();
  }
}
