import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readRetireArguments, retireAndTell } from '../../src/activity/program/retire-program.js';
import { readVerifyArguments, verifyAndTell } from '../../src/activity/program/verify-program.js';
import { RunningProgram } from '../lifecycle/running-program.js';
import { append, told, trailDatabase, type TrailDatabase } from './trail-database.js';

const DIST = join(import.meta.dirname, '../../dist');

describe('the programs of the trail', () => {
  let database: TrailDatabase;
  let folder: string;
  beforeAll(async () => {
    database = await trailDatabase();
    folder = await mkdtemp(join(tmpdir(), 'deskhand-trail-'));
    await append(database.client, told('2025-05-05T05:05:05Z'), told('2026-03-05T05:05:05Z'));
  });
  afterAll(async () => {
    await database.close();
    await rm(folder, { recursive: true });
  });

  async function run(
    program: 'verify' | 'retire',
    ...words: string[]
  ): Promise<{ code: number | null; output: string }> {
    const variables = { NODE_ENV: 'test', BCRYPT_COST: '4', DATA_DIR: folder, DATABASE_URL: database.url };
    const running = new RunningProgram([join(DIST, `${program}.js`), ...words], variables, { cwd: folder });
    const { code } = await running.ended;
    return { code, output: running.output };
  }

  it('verify a trail, note down its heads and compare with them, and tell by the exit code', async () => {
    const first = await run('verify', '--head', 'heads.json');
    expect(first.output).toContain(
      '2 entries in 1 chain, 2025-05-05 to 2026-03-05. All of them are as they were written.',
    );
    expect(first.code).toBe(0);
    await append(database.client, told('2026-03-06T05:05:05Z'));
    const against = join(folder, 'heads.json');
    expect(await verifyAndTell(database.client, { head: undefined, against }, () => undefined)).toBe(true);
    const heads = await readFile(join(folder, 'heads.json'), 'utf8');
    await writeFile(join(folder, 'heads.json'), heads.replace('"links": 2', '"links": 9'));
    const cut = await run('verify', '--against', 'heads.json');
    expect(cut).toEqual({
      code: 1,
      output: expect.stringMatching(/^MISSING {2}chain 1 had 9 entries on .* it was cut\.$/m),
    });
  });

  it('retire what is old, and verify goes on behind it', async () => {
    const { code, output } = await run('retire', '--before', '2025-06', '--to', '.');
    expect([code, output]).toEqual([0, expect.stringContaining('2025-05: one entry is in activity-2025-05.jsonl.gz')]);
    const say = (line: string): number => lines.push(line);
    const lines: string[] = [];
    expect(await verifyAndTell(database.client, { head: undefined, against: undefined }, say)).toBe(true);
    expect(lines[0]).toContain('after 1 that were retired. All of them are as they were written.');
  });

  it('say in a sentence what they need', async () => {
    expect(() => readVerifyArguments(['--colour'])).toThrow('npm run verify -- [--head FILE] [--against FILE]');
    expect(() => readRetireArguments([])).toThrow('npm run retire -- --before 2025-01 --to FOLDER');
    expect(() => readRetireArguments(['--before', '2025-13', '--to', '.'])).toThrow('Name a month and a folder');
    const [head, against] = [undefined, 'none.json'];
    const asked = verifyAndTell(database.client, { head, against }, () => undefined);
    await expect(asked).rejects.toThrow('none.json is no file that --head wrote.');
    const wish = { before: '2025-01', to: 'none' };
    const retiring = retireAndTell(database.client, wish, new Date('2026-03-07'), () => undefined);
    await expect(retiring).rejects.toThrow('There is no folder none.');
  });
});
