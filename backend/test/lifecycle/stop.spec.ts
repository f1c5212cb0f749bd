import { Agent, createServer, type IncomingMessage, request } from 'node:http';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { MIGRATION_LOCK } from '../../src/platform/database/migrate.js';
import { DataFolder } from './data-folder.js';
import { App, freePort } from './installation.js';
import { RunningProgram } from './running-program.js';

const STOP_LIMIT_MS = 10_000;
/** Far more than the end takes, and less than a connection is kept by anybody's default, or until the last patience ends. */
const SOON_MS = 3_000;

let folder: DataFolder;
let apps: App[];

beforeEach(async () => {
  folder = await DataFolder.make();
  apps = [];
});

afterEach(async () => {
  await Promise.all(apps.map(({ program }) => program.kill('SIGKILL')));
  await folder.remove();
});

async function start(settings?: Readonly<Record<string, string>>): Promise<App> {
  const app = await App.start(folder, settings);
  apps.push(app);
  return app;
}

function file(app: App, subject: string): Promise<{ status: number }> {
  return app.call('POST', '/tickets', { subject, description: 'Something does not work.' });
}

describe('SIGTERM', () => {
  it('finishes under load what was accepted and ends with code 0, and the server with it (R10)', async () => {
    // The real cost, so that sign-ins are under way when the signal comes.
    const app = await start({ BCRYPT_COST: '12' });
    await app.signIn();
    const requests: { begun: number; answer: Promise<number> }[] = [];
    const send = (request: () => Promise<{ status: number }>): Promise<number> => {
      const answer = request().then(
        ({ status }) => status,
        () => 0,
      );
      requests.push({ begun: performance.now(), answer });
      return answer;
    };
    // Few at a time, so that none waits long in the system's queue, where the app has not accepted it yet.
    const load = Array.from({ length: 8 }, async () => {
      while ((await send(() => file(app, `Under load ${requests.length}`))) === 201);
    });
    await pause(1_000);
    const signIn = { email: 'ada@example.org', password: 'correct horse battery' };
    for (let i = 0; i < 6; i += 1) void send(() => app.call('POST', '/auth/token', signIn));
    await pause(300);

    const asked = performance.now();
    const ended = app.program.kill('SIGTERM');
    expect(await ended).toEqual({ code: 0, signal: null });
    expect(performance.now() - asked).toBeLessThan(STOP_LIMIT_MS);

    const accepted = await Promise.all(requests.filter(({ begun }) => begun < asked - 200).map(({ answer }) => answer));
    expect(accepted.filter((status) => status !== 200 && status !== 201)).toEqual([]);
    await Promise.all(load);
    const written = (await Promise.all(requests.map(({ answer }) => answer))).filter((status) => status === 201).length;
    expect(await folder.remainingProcesses()).toEqual([]);
    const next = await start();
    await next.signIn();
    expect((await next.all('/tickets')).length).toBeGreaterThanOrEqual(written);
  });

  it('ends in time although a client keeps its connection open', async () => {
    const app = await start();
    const idle = await fetch(`${app.url}/api/health/live`);
    expect(idle.headers.get('keep-alive')).toBe('timeout=65');
    await idle.text();
    const asked = performance.now();
    expect(await app.program.kill('SIGTERM')).toEqual({ code: 0, signal: null });
    expect(performance.now() - asked).toBeLessThan(STOP_LIMIT_MS);
  });

  it('ends soon after the last answer although its connection was to be kept', async () => {
    const app = await start();
    const body = JSON.stringify({ email: 'ada@example.org', password: 'correct horse battery' });
    const headers = { 'content-type': 'application/json', 'content-length': String(body.length) };
    const agent = new Agent({ keepAlive: true });
    const late = request(`${app.url}/api/v1/auth/token`, { method: 'POST', agent, headers });
    const answering = once(late, 'response') as Promise<[IncomingMessage]>;
    late.write(body.slice(0, 10));
    await pause(200);
    const ended = app.program.kill('SIGTERM');
    while ((await fetch(`${app.url}/api/health/live`).catch(() => null)) !== null) await pause(20);
    late.end(body.slice(10));
    const [answer] = await answering;
    expect(answer.headers.connection).toBe('keep-alive');
    answer.resume();
    const answered = performance.now();
    expect(await ended).toEqual({ code: 0, signal: null });
    expect(performance.now() - answered).toBeLessThan(SOON_MS);
  });
});

describe('SIGTERM while the app starts', () => {
  it('ends it in time also where it waits its turn, behind a process that never gets done', async () => {
    const host = new RunningProgram([join(import.meta.dirname, 'database-host.mjs'), folder.path, 'hold']);
    const other = new pg.Client({ connectionString: await host.line('READY') });
    await other.connect();
    await other.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const waiting = new App(folder, await freePort());
    apps.push(waiting);
    const isWaiting = `SELECT EXISTS (SELECT FROM pg_locks WHERE locktype = 'advisory' AND NOT granted) AS waits`;
    while (!(await other.query<{ waits: boolean }>(isWaiting)).rows[0]!.waits) await pause(20);
    const asked = performance.now();
    expect(await waiting.program.kill('SIGTERM')).toEqual({ code: 1, signal: null });
    expect(performance.now() - asked).toBeLessThan(STOP_LIMIT_MS);
    expect(waiting.program.output).toContain('Stopped while it waited for the database.');
    await other.end();
    await host.kill('SIGTERM');
    expect(await folder.remainingProcesses()).toEqual([]);
  });
});

describe('Two processes on one data folder', () => {
  it('share the server; whoever leaves last stops it, and neither harms the other (R03)', async () => {
    const [first, second] = await Promise.all([start(), start()]);
    await first.signIn();
    await second.signIn();
    expect((await file(first, 'From the first')).status).toBe(201);
    expect(await second.all<{ subject: string }>('/tickets')).toMatchObject([{ subject: 'From the first' }]);

    expect(await first.program.kill('SIGTERM')).toEqual({ code: 0, signal: null });
    expect((await file(second, 'First has left')).status).toBe(201);
    const third = await start();
    await third.signIn();
    await third.program.kill('SIGKILL');
    expect((await file(second, 'Third was killed')).status).toBe(201);
    expect(await second.program.kill('SIGTERM')).toEqual({ code: 0, signal: null });
    expect(await folder.remainingProcesses()).toEqual([]);
  });
});

describe('What keeps the app from starting is said in one sentence with the way out:', () => {
  async function refusal(settings: Readonly<Record<string, string>>, port?: number): Promise<string> {
    const app = new App(folder, port ?? (await freePort()), settings);
    apps.push(app);
    expect(await app.program.ended).toEqual({ code: 1, signal: null });
    const lines = app.program.output.trim().split('\n');
    const last = lines.at(-1)!;
    // What comes before is the progress of a first start.
    expect(
      lines.slice(0, -1).filter((line) => !/^$|…$|database is kept in|was copied to|was made for it/.test(line)),
    ).toEqual([]);
    return last;
  }

  it('a busy port', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as { port: number };
    const said = await refusal({}, port).finally(() => other.close());
    expect(said).toMatch(new RegExp(`Port ${port} is in use .*PORT=.*\\.$`));
    expect(await folder.remainingProcesses()).toEqual([]);
  });

  it('a broken setting', async () => {
    expect(await refusal({ BCRYPT_COST: 'many' })).toMatch(/BCRYPT_COST must be .*\.$/);
  });

  it('production without its secrets', async () => {
    expect(await refusal({ NODE_ENV: 'production', BCRYPT_COST: '12' })).toMatch(/PUBLIC_URL.*JWT_SECRET.*\.$/);
  });

  it('another PostgreSQL major', async () => {
    await (await start()).program.kill('SIGTERM');
    await writeFile(join(folder.path, 'postgres/data/PG_VERSION'), '16\n');
    expect(await refusal({})).toMatch(/was written by PostgreSQL 16, .*pg_dump.*\.$/);
  });
});
