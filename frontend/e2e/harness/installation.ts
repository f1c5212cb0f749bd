import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const REPOSITORY = resolve(import.meta.dirname, '../../..');
const SETUP_TOKEN = 'the-setup-token-of-the-browser-tests';
const START_LIMIT_MS = 60_000;
const STOP_LIMIT_MS = 15_000;

/** One running app with a database and secrets of its own. */
export interface Installation {
  readonly url: string;
  readonly setupLink: string;
  readonly setupToken: string;
  /** Ends the app as an operator would; fails unless it ends in time and with code 0. */
  stop(): Promise<void>;
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('No port is free.');
  return address.port;
}

function run(port: number, dataDir: string, settings: Readonly<Record<string, string>>): ChildProcess {
  const { PATH, HOME, TMPDIR } = process.env;
  return spawn('node', [join(REPOSITORY, 'backend/dist/main.js')], {
    cwd: REPOSITORY,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...{ PATH, HOME, TMPDIR, SETUP_TOKEN, PORT: String(port), DATA_DIR: dataDir },
      ...{ NODE_ENV: 'test', BCRYPT_COST: '4', RATE_LIMIT: '1000000', LOG_LEVEL: 'warn', ...settings },
    },
  });
}

function collect(app: ChildProcess): () => string {
  const output: string[] = [];
  for (const stream of [app.stdout, app.stderr]) stream?.on('data', (chunk: Buffer) => output.push(chunk.toString()));
  return () => output.join('');
}

async function untilReady(app: ChildProcess, url: string, output: () => string): Promise<void> {
  const deadline = Date.now() + START_LIMIT_MS;
  while (Date.now() < deadline && app.exitCode === null && app.signalCode === null) {
    const answer = await fetch(`${url}/api/health/ready`).catch(() => null);
    if (answer?.ok) return;
    await pause(100);
  }
  app.kill('SIGTERM');
  throw new Error(`The app did not become ready.\n${output()}`);
}

/** Tells at once why an app ended that nobody ended: every test after it fails, and none of them knows. */
function reportDeath(app: ChildProcess, output: () => string): void {
  app.once('exit', (code, signal) => {
    if (!app.killed) console.error(`The app ended by itself with ${code ?? signal}.\n${output()}`);
  });
}

async function end(app: ChildProcess, output: () => string): Promise<void> {
  if (app.exitCode === null && app.signalCode === null) {
    const ended = once(app, 'exit', { signal: AbortSignal.timeout(STOP_LIMIT_MS) });
    app.kill('SIGTERM');
    await ended;
  }
  if (app.exitCode !== 0) throw new Error(`The app ended with ${app.exitCode ?? app.signalCode}.\n${output()}`);
}

/**
 * Starts the built app on a free port of localhost, with a new folder for its data.
 *
 * @param settings of the deployment, beside those of every test
 */
export async function startInstallation(settings: Readonly<Record<string, string>> = {}): Promise<Installation> {
  const folder = await mkdtemp(join(tmpdir(), 'deskhand-browser-'));
  // As root the database server runs as another user, who must be able to reach his folder.
  await chmod(folder, 0o755);
  const installation = await openInstallation(join(folder, 'data'), settings);
  return {
    ...installation,
    stop: async () => {
      await installation.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The same on data that are there already, and stay. */
export async function openInstallation(
  dataDir: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<Installation> {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const app = run(port, dataDir, settings);
  const output = collect(app);
  reportDeath(app, output);
  await untilReady(app, url, output);
  return {
    url,
    setupToken: SETUP_TOKEN,
    setupLink: `${url}/setup#token=${SETUP_TOKEN}`,
    stop: () => end(app, output),
  };
}
