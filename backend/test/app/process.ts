import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { cloneDatabase } from '../database/clone.js';
import { type Ending, RunningProgram } from '../lifecycle/running-program.js';

const MAIN = join(import.meta.dirname, '../../dist/main.js');

export interface AppProcess {
  /** Such as `http://localhost:40123`. */
  readonly url: string;
  readonly databaseUrl: string;
  /** All that it has written so far, on both streams. */
  output(): string;
  /** Asks it to end, and leaves all else as it is. */
  terminate(): Promise<Ending>;
  stop(): Promise<void>;
}

/** Starts the built program as it runs in earnest, on a database of its own: another installation, or one with a log. */
export async function startProcess(environment: Record<string, string> = {}): Promise<AppProcess> {
  const [app] = await startProcesses(1, environment);
  return app!;
}

/** The same, as several processes of one installation; they are stopped together, by any of them. */
export async function startProcesses(count: number, environment: Record<string, string> = {}): Promise<AppProcess[]> {
  const database = await cloneDatabase();
  await query(database.url, 'UPDATE installation SET id = gen_random_uuid()');
  const folder = await mkdtemp(join(tmpdir(), 'deskhand-process-'));
  const settings = { NODE_ENV: 'test', PORT: '0', BCRYPT_COST: '4', DATA_DIR: folder, DATABASE_URL: database.url };
  const secret = { JWT_SECRET: randomBytes(32).toString('hex') };
  const started = Array.from(
    { length: count },
    () => new RunningProgram([MAIN], { ...settings, ...secret, ...environment }),
  );
  const stop = async (): Promise<void> => {
    await Promise.all(started.map((program) => program.kill('SIGTERM')));
    await database.drop();
    await rm(folder, { recursive: true, force: true });
  };
  const ready = async (program: RunningProgram): Promise<AppProcess> => {
    const url = await program.line('  Deskhand is running at');
    // The database is fresh, so the greeting ends with the link of setting up.
    await program.line('  There is no admin yet.');
    const terminate = (): Promise<Ending> => program.kill('SIGTERM');
    return { url, databaseUrl: database.url, output: () => program.output, terminate, stop };
  };
  try {
    return await Promise.all(started.map(ready));
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Runs statements in that database, past the app. */
export async function query(url: string, statements: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statements);
  } finally {
    await client.end();
  }
}
