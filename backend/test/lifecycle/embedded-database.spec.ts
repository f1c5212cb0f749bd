import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, readdir, readFile, readlink, stat, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { DataFolder } from './data-folder.js';
import { RunningProgram } from './running-program.js';

const HOST_PROGRAM = join(import.meta.dirname, 'database-host.mjs');
const CYCLES = Number(process.env.PROOF_CYCLES ?? 4);
const READY_LIMIT_MS = 5_000;
const LEAVING_LIMIT_MS = 10_000;
const IS_ROOT = process.getuid?.() === 0;

let folder: DataFolder;
let programs: RunningProgram[];
/** What a test leaves open when it fails would keep Jest from ending. */
let closings: (() => unknown)[];

function open(task = 'hold'): RunningProgram {
  const program = new RunningProgram([HOST_PROGRAM, folder.path, task]);
  programs.push(program);
  return program;
}

async function opened(task = 'hold'): Promise<RunningProgram> {
  const program = open(task);
  await program.line('READY');
  return program;
}

function written({ output }: RunningProgram): string[] {
  return [...output.matchAll(/^WROTE (\d+)\n/gm)].map(([, number]) => number!);
}

async function rowsOf(program: RunningProgram): Promise<Set<string>> {
  const client = new pg.Client({ connectionString: await program.line('READY') });
  await client.connect();
  try {
    const { rows } = await client.query<{ n: string }>('SELECT n FROM witnessed');
    return new Set(rows.map(({ n }) => n));
  } finally {
    await client.end();
  }
}

async function lockFile(): Promise<string> {
  return readFile(join(folder.path, 'postgres/data/postmaster.pid'), 'utf8');
}

beforeEach(async () => {
  folder = await DataFolder.make();
  programs = [];
  closings = [];
});

afterEach(async () => {
  await Promise.all(closings.map((close) => close()));
  await Promise.all(programs.map((program) => program.kill('SIGKILL')));
  await folder.remove();
});

describe('The embedded database', () => {
  it('keeps every acknowledged row when the app, or everything, is killed', async () => {
    const acknowledged: string[] = [];
    for (let cycle = 0; cycle < CYCLES; cycle += 1) {
      const begun = performance.now();
      const program = await opened('write');
      if (cycle > 0) expect(performance.now() - begun).toBeLessThan(READY_LIMIT_MS);
      await program.line('WROTE');
      const rows = await rowsOf(program);
      expect(acknowledged.filter((number) => !rows.has(number))).toEqual([]);
      await pause(Math.random() * 500);
      if (cycle % 2 === 1) expect(await folder.killServer()).toBeGreaterThan(1);
      await program.kill('SIGKILL');
      acknowledged.push(...written(program));
    }
    expect(acknowledged.length).toBeGreaterThan(CYCLES * 10);
  });

  it('starts after its first start was killed at any moment', async () => {
    for (let cycle = 0; cycle < CYCLES; cycle += 1) {
      const program = open();
      await pause(Math.random() * 1_500);
      await program.kill('SIGKILL');
      if (cycle % 2 === 1) await folder.killServer();
    }
    await opened();
    expect(await readdir(folder.path)).toEqual(['postgres']);
  });

  it('sweeps what a killed start left, and not what another one makes beside it', async () => {
    const ended = spawn(process.execPath, ['--version']);
    await once(ended, 'exit');
    await mkdir(folder.path, { recursive: true });
    const present = `postgres.new-${process.pid}-12345678`;
    for (const name of [`postgres.new-${ended.pid}-12345678`, present]) await mkdir(join(folder.path, name));
    await opened();
    expect((await readdir(folder.path)).sort()).toEqual(['postgres', present]);
  });

  it('is one server for processes that start at once, and stops with the last of them', async () => {
    const three = [open(), open(), open()];
    const urls = await Promise.all(three.map((program) => program.line('READY')));
    expect(new Set(urls).size).toBe(1);
    await three[0]!.kill('SIGTERM');
    await three[1]!.kill('SIGKILL');
    await expect(rowsOf(three[2]!)).rejects.toThrow('does not exist');
    await three[2]!.kill('SIGTERM');
    expect(await folder.remainingProcesses()).toEqual([]);
  });

  it('leaves no server behind when all leave at once', async () => {
    for (let cycle = 0; cycle < CYCLES; cycle += 1) {
      const three = await Promise.all([opened(), opened(), opened()]);
      const endings = await Promise.all(three.map((program) => program.kill('SIGTERM')));
      expect(endings.map(({ code }) => code)).toEqual([0, 0, 0]);
      expect(await folder.remainingProcesses()).toEqual([]);
    }
  });

  it('serves a process that comes while the last one leaves', async () => {
    let leaving = await opened();
    for (let cycle = 0; cycle < CYCLES; cycle += 1) {
      const left = leaving.kill('SIGTERM');
      await pause(Math.random() * 200);
      const newcomer = open('write');
      const begun = performance.now();
      await left;
      expect(performance.now() - begun).toBeLessThan(LEAVING_LIMIT_MS);
      await newcomer.line('WROTE');
      leaving = newcomer;
    }
  });

  it('is not stopped under somebody who connected without the app', async () => {
    const program = await opened();
    const visitor = new pg.Client({ connectionString: await program.line('READY') });
    await visitor.connect();
    closings.push(() => visitor.end());
    await program.kill('SIGTERM');
    await expect(visitor.query('SELECT 1')).resolves.toMatchObject({ rowCount: 1 });
  });

  it('comes back at the same port when the server is killed under the app', async () => {
    const program = await opened('write');
    await program.line('WROTE');
    await folder.killServer();
    await program.line('REFUSED');
    const before = written(program).length;
    const begun = performance.now();
    while (written(program).length === before && performance.now() - begun < READY_LIMIT_MS) await pause(20);
    expect(written(program).length).toBeGreaterThan(before);
  });

  it('does not take a stranger on the announced port for its server, nor his process for its own', async () => {
    const program = await opened('write');
    await program.line('WROTE');
    await program.kill('SIGKILL');
    await folder.killServer();
    await folder.remainingProcesses();
    const port = Number((await lockFile()).split('\n')[3]);
    const stranger = await listen(port);
    closings.push(() => stranger.close());
    // The number of a running process that is not PostgreSQL, of the very user who runs the server.
    const { uid, gid } = await ownerOfServer();
    const sleeper = spawn('sleep', ['300'], { uid, gid, stdio: 'ignore' });
    closings.push(() => sleeper.kill());
    await writeFile(
      join(folder.path, 'postgres/data/postmaster.pid'),
      (await lockFile()).replace(/^\d+/, String(sleeper.pid)),
    );
    const next = await opened('write');
    await next.line('WROTE');
    expect(await next.line('READY')).not.toContain(`:${port}/`);
    expect(sleeper.exitCode ?? sleeper.signalCode).toBeNull();
  });

  it('refuses a folder of another major version with the recipe', async () => {
    await (await opened()).kill('SIGTERM');
    await writeFile(join(folder.path, 'postgres/data/PG_VERSION'), '17\n');
    const refused = open();
    expect(await refused.line('PROBLEM')).toMatch(/^The database in .* was written by PostgreSQL 17, .* pg_dump .*\.$/);
    expect(await refused.ended).toMatchObject({ code: 1 });
  });
});

describe(IS_ROOT ? 'As root, the embedded database' : 'As an ordinary user, the embedded database', () => {
  it(
    IS_ROOT ? 'runs although its user cannot enter the data folder' : 'keeps to a folder that nobody else may enter',
    async () => {
      await mkdir(folder.path);
      await chmod(folder.path, 0o700);
      const program = await opened('write');
      await program.line('WROTE');
      const link = await readlink(join(folder.path, 'postgres')).catch(() => null);
      if (IS_ROOT) expect(link).toMatch(/^\/var\/lib\/deskhand\//);
      else expect(link).toBeNull();
      await program.kill('SIGTERM');
      expect(await folder.remainingProcesses()).toEqual([]);
    },
  );

  it('says what to do about a folder that it cannot use', async () => {
    await mkdir(IS_ROOT ? join(folder.path, 'postgres') : folder.path, { recursive: true });
    if (!IS_ROOT) await chmod(folder.path, 0o500);
    const refused = open();
    expect(await refused.line('PROBLEM')).toMatch(
      IS_ROOT ? /belongs to root, .*chown.*\.$/ : /cannot be used .* DATA_DIR\.$/,
    );
    expect(await refused.ended).toMatchObject({ code: 1 });
    await chmod(folder.path, 0o700);
  });
});

async function ownerOfServer(): Promise<{ uid?: number; gid?: number }> {
  if (!IS_ROOT) return {};
  const { uid, gid } = await stat(join(folder.path, 'postgres/data'));
  return { uid, gid };
}

async function listen(port: number): Promise<Server> {
  const server = createServer((socket) => socket.end('I am somebody else.\n'));
  await once(server.listen(port, '127.0.0.1'), 'listening');
  return server;
}
