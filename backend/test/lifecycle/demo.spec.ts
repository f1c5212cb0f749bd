import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { DataFolder } from './data-folder.js';
import { freePort } from './installation.js';
import { RunningProgram } from './running-program.js';

const DIST = join(import.meta.dirname, '../../dist/demo.js');
const LAUNCH = join(import.meta.dirname, '../../launch/demo.mjs');
const MEGAN = { email: 'megan.hollis@brightwater-solar.example', password: 'roof tiles and sunshine' };

let folder: DataFolder;
let port: number;
const programs: RunningProgram[] = [];

beforeEach(async () => {
  folder = await DataFolder.make();
  port = await freePort();
});

afterEach(async () => {
  for (const program of programs.splice(0)) await program.kill('SIGKILL');
  await folder.remove();
});

function demo(options: readonly string[] = [], environment: Record<string, string> = {}): RunningProgram {
  const program = new RunningProgram([DIST, '--small', `--folder=${folder.path}`, ...options], {
    ...{ NODE_ENV: 'test', BCRYPT_COST: '4', LOG_LEVEL: 'warn', PORT: String(port) },
    ...environment,
  });
  programs.push(program);
  return program;
}

async function ready(program: RunningProgram): Promise<void> {
  await program.line('    password', 60_000);
}

async function ticketsOfMegan(): Promise<string[]> {
  const base = `http://127.0.0.1:${port}/api/v1`;
  const body = JSON.stringify(MEGAN);
  const headers = { 'content-type': 'application/json' };
  const signedIn = await fetch(`${base}/auth/token`, { method: 'POST', headers, body });
  const { accessToken } = (await signedIn.json()) as { accessToken: string };
  const answer = await fetch(`${base}/tickets?limit=100`, { headers: { authorization: `Bearer ${accessToken}` } });
  const { items } = (await answer.json()) as { items: { id: string; subject: string }[] };
  return items.map(({ id, subject }) => `${id} ${subject}`);
}

describe('The demo', () => {
  it('begins again where it was killed, and then keeps what it has until it is asked for a fresh one', async () => {
    const killed = demo();
    await killed.line('  25 %');
    await killed.kill('SIGKILL');
    const elsewhere = { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none', DATA_DIR: '/nowhere', SETUP_TOKEN: 'x' };
    const first = demo([], elsewhere);
    await ready(first);
    const tickets = await ticketsOfMegan();
    expect(tickets.length).toBeGreaterThan(4);
    expect((await first.kill('SIGTERM')).code).toBe(0);

    const second = demo();
    await ready(second);
    expect(second.output).not.toContain('Filling in');
    expect(await ticketsOfMegan()).toEqual(tickets);
    const rival = demo(['--fresh']);
    expect((await rival.ended).code).toBe(1);
    expect(rival.output).toContain('The demo is running');
    await second.kill('SIGTERM');

    const fresh = demo(['--fresh']);
    await ready(fresh);
    expect(await ticketsOfMegan()).not.toEqual(tickets);
    await fresh.kill('SIGTERM');
    expect(await folder.remainingProcesses()).toEqual([]);
  });

  it('leaves a folder alone that is not its own', async () => {
    await mkdir(folder.path);
    await writeFile(join(folder.path, 'letter.txt'), 'Dear Ada');
    const program = demo(['--fresh']);
    expect((await program.ended).code).toBe(1);
    expect(program.output).toContain('holds something else than the demo');
    expect(existsSync(join(folder.path, 'letter.txt'))).toBe(true);
  });

  it('is stopped in order while it is filled in', async () => {
    const program = demo();
    await program.line('  25 %');
    expect((await program.kill('SIGTERM')).code).toBe(1);
    expect(program.output).toContain('Stopped before it was done.');
    expect(await folder.remainingProcesses()).toEqual([]);
  });

  it.each([DIST, LAUNCH])('refuses production: %s', async (file) => {
    const program = new RunningProgram([file, `--folder=${folder.path}`], { NODE_ENV: 'production' });
    expect((await program.ended).code).toBe(1);
    expect(program.output).toContain('The demo does not run in production');
    expect(existsSync(folder.path)).toBe(false);
  });
});
