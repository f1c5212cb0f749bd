import { open, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { StartupProblem } from '../../startup-problem.js';
import { type Cluster, lastLine } from './cluster.js';
import { findFreePort, isPortFree } from './ports.js';
import { runProgram } from './run-program.js';

export type StartResult =
  | { readonly kind: 'started' }
  /** Another start holds the lock file, or a process that has nothing to do with it got its number. */
  | { readonly kind: 'locked' }
  /** May be over in a moment: the port was taken, or processes of a killed server are still ending. */
  | { readonly kind: 'transient' }
  | { readonly kind: 'failed'; readonly because: string };

/** Crash recovery replays at most `max_wal_size` (1 GB); pg_ctl would give up after 60 s, although all is well. */
const START_TIMEOUT_S = 600;
const STOP_TIMEOUT_MS = 30_000;
const POLL_MS = 20;
const LOG_LIMIT_BYTES = 10_000_000;

/**
 * One address on every platform, because a deep folder exceeds the limit of a socket's path. The log holds no statements
 * and no values: they are what people wrote.
 */
const FIXED_SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  timezone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',
  log_line_prefix: '%m:%p:',
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
  log_checkpoints: 'off',
};

const SETTING = /^[a-z_]+$/;
const VALUE = /^[\w.%:-]*$/;

/** Starts the server and waits until it takes connections. It outlives this process. */
export async function startServer(cluster: Cluster): Promise<StartResult> {
  const port = await choosePort(cluster);
  await rotateLog(cluster);
  const logEnd = await logSize(cluster);
  const run = await pgCtl(cluster, [
    'start',
    '-w',
    '-t',
    String(START_TIMEOUT_S),
    '-l',
    'log',
    '-o',
    options(cluster, port),
  ]);
  if (run.succeeded) return { kind: 'started' };
  const written = await logSince(cluster, logEnd);
  if (written.includes('lock file "postmaster.pid" already exists')) return { kind: 'locked' };
  if (/Address already in use|pre-existing shared memory block/.test(written)) return { kind: 'transient' };
  const fatal = written.split('\n').findLast((line) => /FATAL|PANIC/.test(line));
  return { kind: 'failed', because: fatal ?? lastLine(written || run.output) };
}

/**
 * Ends every connection and stops. The caller is connected to it, so `postmaster.pid` is this server's and no other's.
 * pg_ctl is not asked to wait: when somebody starts the next server at once, it takes that one for the one that it stops.
 */
export async function stopServer(cluster: Cluster): Promise<void> {
  const running = await lockFile(cluster);
  const run = await pgCtl(cluster, ['stop', '-W', '-m', 'fast']);
  const patience = performance.now() + STOP_TIMEOUT_MS;
  while (run.succeeded && performance.now() < patience) {
    const [pid] = await lockFile(cluster);
    if (pid !== running[0]) return;
    await delay(POLL_MS);
  }
  cluster.log(`The database server did not stop: ${lastLine(run.output)}`);
}

/** The port in `postmaster.pid` (its fourth line), written by the server that runs or was killed; else `null`. */
export async function announcedPort(cluster: Cluster): Promise<number | null> {
  const port = Number((await lockFile(cluster))[3]);
  return Number.isInteger(port) && port > 0 ? port : null;
}

/** The lines of `postmaster.pid`; none while no server runs or was killed. */
async function lockFile(cluster: Cluster): Promise<string[]> {
  const text = await readFile(join(cluster.data, 'postmaster.pid'), 'utf8').catch(() => null);
  return text?.split('\n') ?? [];
}

/** Other processes keep their pools' address through a restart of the server, so it returns to the port it had. */
export async function rememberPort(cluster: Cluster, port: number): Promise<void> {
  if ((await rememberedPort(cluster)) === port) return;
  // By a rename, so that it works whoever wrote the file before: root may have, in a folder of another user.
  const fresh = join(cluster.home, `port.${String(process.pid)}`);
  await writeFile(fresh, `${String(port)}\n`);
  await rename(fresh, join(cluster.home, 'port'));
}

async function rememberedPort(cluster: Cluster): Promise<number | null> {
  const port = Number(await readFile(join(cluster.home, 'port'), 'utf8').catch(() => ''));
  return Number.isInteger(port) && port > 0 ? port : null;
}

async function choosePort(cluster: Cluster): Promise<number> {
  const remembered = await rememberedPort(cluster);
  return remembered !== null && (await isPortFree(remembered)) ? remembered : findFreePort();
}

/** pg_ctl hands these to a shell, so nothing passes that a shell would read. */
function options(cluster: Cluster, port: number): string {
  const settings = Object.entries({ ...cluster.settings, ...FIXED_SETTINGS, port: String(port) });
  for (const [name, value] of settings) {
    if (!SETTING.test(name) || !VALUE.test(value)) {
      throw new StartupProblem(`The database setting ${name} has an impossible name or value: correct or remove it.`);
    }
  }
  return settings.map(([name, value]) => `-c ${name}=${value}`).join(' ');
}

/** The data folder goes by environment: as an argument, pg_ctl would put its name into a shell's command line. */
function pgCtl(cluster: Cluster, args: readonly string[]): ReturnType<typeof runProgram> {
  return runProgram(cluster.programs.pgCtl, [...args, '-s'], {
    account: cluster.account,
    cwd: cluster.home,
    environment: { PGDATA: cluster.data, HOME: cluster.home },
    detached: true,
  });
}

async function logSize(cluster: Cluster): Promise<number> {
  return stat(join(cluster.home, 'log')).then(
    ({ size }) => size,
    () => 0,
  );
}

async function logSince(cluster: Cluster, position: number): Promise<string> {
  const file = await open(join(cluster.home, 'log'), 'r').catch(() => null);
  if (!file) return '';
  const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(20_000), position });
  await file.close();
  return buffer.toString('utf8', 0, bytesRead);
}

async function rotateLog(cluster: Cluster): Promise<void> {
  const path = join(cluster.home, 'log');
  if ((await logSize(cluster)) > LOG_LIMIT_BYTES) await rename(path, `${path}.1`).catch(() => undefined);
}
