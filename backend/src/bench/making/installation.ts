import { join } from 'node:path';
import { MadeUpFolder } from '../../demo/made-up-folder.js';
import { createDataSource } from '../../platform/database/data-source.js';
import { type EmbeddedDatabase, openEmbeddedDatabase } from '../../platform/database/embedded/embedded-database.js';
import { migrate } from '../../platform/database/migrate.js';
import { MIGRATIONS } from '../../platform/database/migrations/all.js';
import { StartupProblem } from '../../platform/startup-problem.js';
import { searchesIn } from '../texts/given-words.js';
import { readTexts } from '../texts/read-texts.js';
import type { Searches } from '../texts/searches.js';
import { SEARCHES } from '../texts/vocabulary.js';
import { fillInstallation } from './fill-installation.js';

export interface InstallationRequest {
  readonly tickets: number;
  /** Given texts instead of made-up ones. */
  readonly csv: { readonly file: string; readonly column: string } | null;
  /** Throws away what is there. */
  readonly isFresh: boolean;
}

/** What is noted down of an installation that is complete. */
export interface Made {
  readonly tickets: number;
  readonly texts: string;
  readonly migrations: readonly string[];
  readonly searches: Searches;
  /** Seconds of each part of the making. */
  readonly seconds: Readonly<Record<string, number>>;
}

export interface BenchInstallation {
  readonly folder: string;
  readonly made: Made;
}

/** What was half-made may be lost in a power cut: it would be made anew. */
const MAKING = {
  ...{ fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off', wal_level: 'minimal', max_wal_senders: '0' },
  ...{ max_wal_size: '16GB', checkpoint_timeout: '1h', shared_buffers: '512MB', maintenance_work_mem: '512MB' },
  ...{ work_mem: '128MB', autovacuum: 'off', max_parallel_maintenance_workers: '2' },
};

const MIGRATION_NAMES = MIGRATIONS.map(({ name }) => name);

/**
 * The installation of that size: the one that was made before, or a new one in place of a half-made one.
 *
 * @throws StartupProblem for one that was made by other migrations
 */
export async function benchInstallation(
  root: string,
  request: InstallationRequest,
  stopping: AbortSignal,
): Promise<BenchInstallation> {
  const texts = request.csv ? `${request.csv.file} ${request.csv.column}` : 'model';
  const folder = new MadeUpFolder(join(root, `${request.tickets}${request.csv ? '-given' : ''}`), 'bench');
  folder.checkOurs();
  if (folder.isComplete && !request.isFresh) {
    const made = JSON.parse(folder.note) as Made;
    if (made.migrations.join() === MIGRATION_NAMES.join() && made.texts === texts) return { folder: folder.path, made };
    throw new StartupProblem(
      `The installation in ${folder.path} was made of other texts or by other migrations; make it anew with --fresh.`,
    );
  }
  await folder.throwAway();
  folder.begin();
  const made = await make(folder.path, texts, { ...request, stopping });
  folder.complete(JSON.stringify(made, null, 2));
  return { folder: folder.path, made };
}

async function make(
  path: string,
  name: string,
  request: InstallationRequest & { readonly stopping: AbortSignal },
): Promise<Made> {
  const texts = request.csv ? await readTexts(request.csv.file, request.csv.column) : null;
  const seconds = await withDatabase(path, async (url) =>
    fillInstallation(url, request.tickets, texts, request.stopping),
  );
  const searches = texts ? searchesIn(texts) : SEARCHES;
  return { tickets: request.tickets, texts: name, migrations: MIGRATION_NAMES, searches, seconds };
}

async function withDatabase<T>(dataDir: string, work: (url: string) => Promise<T>): Promise<T> {
  const database: EmbeddedDatabase = await openEmbeddedDatabase({ dataDir, log: console.log, settings: MAKING });
  try {
    const dataSource = createDataSource(database.url, []);
    await dataSource.initialize();
    await migrate(dataSource, database.url);
    await dataSource.destroy();
    return await work(database.url);
  } finally {
    await database.release();
  }
}
