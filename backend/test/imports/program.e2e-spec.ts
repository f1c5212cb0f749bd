import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aPerson } from '../app/builders.js';
import { startApp, type TestApp } from '../app/app.js';
import { RunningProgram } from '../lifecycle/running-program.js';
import { csv } from './imported.js';

const PROGRAM = join(import.meta.dirname, '../../dist/import.js');

describe('the program that imports', () => {
  let app: TestApp;
  let folder: string;
  beforeAll(async () => {
    app = await startApp();
    folder = await mkdtemp(join(tmpdir(), 'deskhand-import-'));
  });
  afterAll(async () => {
    await app.close();
    await rm(folder, { recursive: true });
  });

  async function run(...words: string[]): Promise<{ code: number | null; output: string }> {
    const { options } = app.dataSource;
    const url = 'url' in options ? options.url! : '';
    const program = new RunningProgram(
      [PROGRAM, ...words],
      { NODE_ENV: 'test', BCRYPT_COST: '4', DATA_DIR: folder, DATABASE_URL: url, JWT_SECRET: 'x'.repeat(40) },
      { cwd: folder },
    );
    const { code } = await program.ended;
    return { code, output: program.output };
  }

  it('says in a sentence what it needs', async () => {
    await writeFile(join(folder, 'some.csv'), csv('Text', 'a request that is fine'));
    expect(await run('some.csv')).toEqual({ code: 1, output: expect.stringContaining('There is no admin yet.') });
    await aPerson(app, 'admin');
    for (const [words, sentence] of [
      [[], 'Name one file:'],
      [['none.csv'], 'There is no file none.csv.'],
      [['some.csv', '--map', 'text=Text'], '--map takes pairs'],
      [['some.csv', '--colour'], "Unknown option '--colour'"],
      [['some.csv', '--map', 'description=Txt'], 'There is no column "Txt". The file has these: Text.'],
    ] as const) {
      const { code, output } = await run(...words);
      expect([code, output]).toEqual([1, expect.stringContaining(sentence)]);
      expect(output).not.toContain('    at ');
    }
  });

  it('imports as the system, keeps the bad rows with their reasons, and takes them when they are mended', async () => {
    const rows = ['first request,low', 'second request,enormous', '"third, with comma",high'];
    await writeFile(join(folder, 'requests.csv'), csv('Text,Prio', ...rows));
    const map = ['--map', 'description=Text,priority=Prio', '--requester', 'emma@example.org'];
    const dry = await run('requests.csv', '--dry-run', ...map);
    expect(dry.output).toContain('2 would be imported, 0 were here already, 1 not taken');
    const done = await run('requests.csv', ...map);
    expect([done.code, done.output]).toEqual([
      1,
      expect.stringContaining('2 imported, 0 were here already, 1 not taken'),
    ]);
    const rejected = join(folder, 'requests.rejected.csv');
    const text = await readFile(rejected, 'utf8');
    expect(text).toContain('\ufeffText,Prio,reason\r\nsecond request,enormous,"""enormous"" is not known.');
    await writeFile(rejected, text.replace(',enormous,', ',urgent,'));
    expect((await run('requests.rejected.csv', ...map)).code).toBe(0);
    expect((await run('requests.csv', ...map)).output).toContain('0 imported, 2 were here already, 1 not taken');
    const entries: { kind: string; actor_id: string | null }[] = await app.dataSource.query(
      "SELECT DISTINCT kind, actor_id FROM activity WHERE kind IN ('ticket.imported', 'tickets.imported') ORDER BY kind",
    );
    expect(entries).toEqual([
      { kind: 'ticket.imported', actor_id: null },
      { kind: 'tickets.imported', actor_id: null },
    ]);
  });
});
