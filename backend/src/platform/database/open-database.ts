import type { DataSource } from 'typeorm';
import type { Settings } from '../config/settings.js';
import { StartupProblem } from '../startup-problem.js';
import { createDataSource } from './data-source.js';
import { openEmbeddedDatabase } from './embedded/embedded-database.js';
import { migrate } from './migrate.js';

export interface OpenDatabase {
  readonly dataSource: DataSource;
  readonly installationId: string;
  /** After the data source is closed: gives the embedded server back. */
  release(): Promise<void>;
}

/**
 * Opens the database that the settings name, or the embedded one, with its tables up to date.
 *
 * @throws StartupProblem in one sentence
 */
export async function openDatabase(
  settings: Settings,
  entities: Parameters<typeof createDataSource>[1],
  log: (message: string) => void,
): Promise<OpenDatabase> {
  const server = settings.DATABASE_URL
    ? { url: settings.DATABASE_URL, release: () => Promise.resolve() }
    : await openEmbeddedDatabase({ dataDir: settings.DATA_DIR, log });
  const dataSource = createDataSource(server.url, entities);
  try {
    await dataSource.initialize();
    await migrate(dataSource, server.url);
    return { dataSource, installationId: await installationId(dataSource), release: () => server.release() };
  } catch (error) {
    if (dataSource.isInitialized) await dataSource.destroy();
    await server.release();
    throw settings.DATABASE_URL && isConnectionTrouble(error)
      ? new StartupProblem(
          `The database of DATABASE_URL does not let us in (${error.code}); check address, user and password.`,
        )
      : error;
  }
}

async function installationId(dataSource: DataSource): Promise<string> {
  const rows: { id: string }[] = await dataSource.query('SELECT id FROM installation');
  if (!rows[0]) throw new StartupProblem('The database lacks the row of its installation; restore it from a backup.');
  return rows[0].id;
}

/** Network trouble, a refused password (28xxx) or a missing database (3D000). */
function isConnectionTrouble(error: unknown): error is Error & { code: string } {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' && /^(E[A-Z]+|28\w{3}|3D000)$/.test(code);
}
