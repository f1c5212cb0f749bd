import { randomBytes } from 'node:crypto';
import { chown, mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { StartupProblem } from '../../startup-problem.js';
import type { ClusterHome } from './cluster-home.js';
import { exists } from './files.js';
import { besideHome, sweepAbandoned } from './in-the-making.js';
import { type Account, runProgram } from './run-program.js';
import type { ServerPrograms } from './server-programs.js';

/** An initialised cluster with all that is needed to start its server and to sign in. */
export interface Cluster {
  /** Holds `data`, `password`, `log` and `port`. */
  readonly home: string;
  readonly data: string;
  readonly account: Account | null;
  readonly programs: ServerPrograms;
  readonly password: string;
  /** Server settings by name, for a server that this process starts. */
  readonly settings: Readonly<Record<string, string>>;
  readonly log: (message: string) => void;
}

export const SUPERUSER = 'postgres';

type ClusterOptions = Pick<Cluster, 'programs' | 'settings' | 'log'> & { readonly place: ClusterHome };

/** The cluster in its place, made at the first start. */
export async function openCluster({ place, programs, settings, log }: ClusterOptions): Promise<Cluster> {
  const { path: home, account } = place;
  const data = join(home, 'data');
  if (!(await exists(join(data, 'PG_VERSION')))) {
    log('Preparing the database for the first time …');
    await makeCluster({ home, account, programs, syncs: settings.fsync !== 'off' });
  }
  await sweepAbandoned(home);
  await refuseOtherMajor(data, programs.major);
  const password = (await readFile(join(home, 'password'), 'utf8')).trim();
  return { home, data, account, programs, password, settings, log };
}

interface NewCluster {
  readonly home: string;
  readonly account: Account | null;
  readonly programs: ServerPrograms;
  readonly syncs: boolean;
}

/**
 * Made beside its place and moved there whole: the rename is the moment from which the cluster exists, so a start that is
 * killed earlier leaves only a folder to sweep, and of two first starts one rename wins.
 */
async function makeCluster({ home, account, programs, syncs }: NewCluster): Promise<void> {
  await besideHome(home, async (fresh) => {
    try {
      await mkdir(fresh, { mode: 0o700 });
      const passwordFile = join(fresh, 'password');
      await writePassword(passwordFile);
      if (account) {
        for (const path of [passwordFile, fresh]) await chown(path, account.uid, account.gid);
      }
      const run = await runProgram(programs.initdb, initdbArguments(syncs), { account, cwd: fresh });
      if (!run.succeeded) {
        throw new StartupProblem(
          `The database in ${home} could not be made: ${lastLine(run.output)}; correct that and start again.`,
        );
      }
      await rename(fresh, home);
      if (syncs) await syncFolder(dirname(home));
    } catch (error) {
      await rm(fresh, { recursive: true, force: true, maxRetries: 3 });
      if (await exists(join(home, 'data', 'PG_VERSION'))) return;
      if (!(await exists(home)) || error instanceof StartupProblem) throw error;
      throw new StartupProblem(`The folder ${home} is in the way and holds no database: move it away and start again.`);
    }
  });
}

/** Encoding and locale are named, because `initdb` would take them from the environment of whoever starts first. */
function initdbArguments(syncs: boolean): string[] {
  return [
    ...['--pgdata=data', `--username=${SUPERUSER}`, '--pwfile=password', '--auth=scram-sha-256'],
    ...['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
    ...['--no-instructions', ...(syncs ? [] : ['--no-sync'])],
  ];
}

async function writePassword(path: string): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  await file.writeFile(`${randomBytes(32).toString('hex')}\n`);
  await file.sync();
  await file.close();
}

/** A rename survives a power cut once its folder is written too. Windows has no such call. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  await folder.sync();
  await folder.close();
}

async function refuseOtherMajor(data: string, major: string): Promise<void> {
  const found = (await readFile(join(data, 'PG_VERSION'), 'utf8')).trim();
  if (found === major) return;
  throw new StartupProblem(
    `The database in ${data} was written by PostgreSQL ${found}, and this Deskhand brings PostgreSQL ${major}: ` +
      `start the Deskhand that wrote it, save its database with pg_dump of PostgreSQL ${found}, move ${dirname(data)} away, ` +
      `start this Deskhand once, and load the saved database with psql.`,
  );
}

export function lastLine(text: string): string {
  return text.trim().split('\n').at(-1)?.trim() ?? '';
}
