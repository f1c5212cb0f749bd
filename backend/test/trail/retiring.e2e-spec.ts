import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { retireAndTell } from '../../src/activity/program/retire-program.js';
import { BEFORE_THE_FIRST, entryHash } from '../../src/activity/chain/entry-hash.js';
import type { StoredEntry } from '../../src/activity/verify/stored-entry.js';
import { verifyTrail } from '../../src/activity/verify/verify-trail.js';
import { append, makeMonths, told, trailDatabase, type TrailDatabase, twoChains } from './trail-database.js';

const NOW = new Date('2026-03-15T12:00:00Z');
const TIMES = ['2024-12-31T23:59:59.999Z', '2025-01-01T00:00:00Z', '2025-01-31T12:00:00Z', '2025-03-01T00:00:00Z'];

describe('R12 retiring months of the trail', () => {
  let database: TrailDatabase;
  let folder: string;
  const lines: string[] = [];
  const retire = (before: string): Promise<void> =>
    retireAndTell(database.client, { before, to: folder }, NOW, (line) => lines.push(line));
  const faults = async (): Promise<string[]> =>
    (await verifyTrail(database.client)).faults.map(({ kind, entry }) => `${kind} ${entry?.kind ?? ''}`.trim());
  const tables = async (): Promise<string[]> => {
    const query =
      "SELECT inhrelid::regclass::text AS name FROM pg_inherits WHERE inhparent = 'activity'::regclass ORDER BY 1";
    return (await database.client.query<{ name: string }>(query)).rows.map(({ name }) => name);
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'deskhand-retired-'));
    database = await trailDatabase();
    await makeMonths(database.client, '2024-12', '2025-01', '2025-03', '2026-03');
    await twoChains(
      database,
      TIMES.map((at) => told(at, { payload: { n: 1, note: 'é "x"' } })),
    );
  });
  afterAll(async () => {
    await database.close();
    await rm(folder, { recursive: true });
  });

  it('refuses the last twelve whole months, and says which it would take', async () => {
    await expect(retire('2025-04')).rejects.toThrow('the latest month to name is 2025-03');
    expect(await readdir(folder)).toEqual([]);
  });

  it('touches nothing of a trail that was tampered with', async () => {
    await database.client.query(`ALTER TABLE activity DISABLE TRIGGER USER;
      UPDATE activity SET payload = '{}' WHERE lane = 2 AND link = 1`);
    const before = await tables();
    await expect(retire('2025-02')).rejects.toThrow('npm run verify');
    await database.client
      .query(`UPDATE activity SET payload = '{"n": 1, "note": "é \\"x\\""}' WHERE lane = 2 AND link = 1;
      ALTER TABLE activity ENABLE TRIGGER USER`);
    expect([await tables(), await readdir(folder), await faults()]).toEqual([before, [], []]);
  });

  it('moves whole months into files whose hashes can be computed anew, and leaves anchors and an entry', async () => {
    await retire('2025-02');
    expect(await readdir(folder)).toEqual(['activity-2024-12.jsonl.gz', 'activity-2025-01.jsonl.gz']);
    expect(await tables()).toEqual(['activity_2025_03', 'activity_2026_03']);
    let hash = BEFORE_THE_FIRST;
    for (const file of await readdir(folder)) {
      const text = gunzipSync(await readFile(join(folder, file))).toString();
      for (const line of text.trimEnd().split('\n')) {
        const entry = JSON.parse(line) as StoredEntry;
        if (entry.lane !== '1') continue;
        const payload = line.slice(line.indexOf('"payload":') + '"payload":'.length, -1);
        hash = entryHash(hash, { ...entry, payload });
        expect(entry.hash).toBe(hash);
      }
    }
    const verdict = await verifyTrail(database.client);
    expect(verdict.faults).toEqual([]);
    expect(verdict.anchors.map(({ lane, month, firstLink, links }) => [lane, month, firstLink, links])).toEqual([
      [1, '2024-12-01', 1, 1],
      [1, '2025-01-01', 2, 3],
      [2, '2024-12-01', 1, 1],
      [2, '2025-01-01', 2, 3],
    ]);
    const { rows } = await database.client.query(
      "SELECT payload - 'digest' AS payload FROM activity WHERE kind = 'trail.retired'",
    );
    expect(rows).toEqual([
      { payload: { month: '2024-12', entries: 2, lanes: 2 } },
      { payload: { month: '2025-01', entries: 4, lanes: 2 } },
    ]);
  });

  it('has a trail that goes on, and finds out who edits, removes or invents an anchor', async () => {
    await append(database.client, told('2026-03-16T00:00:00Z'));
    expect(await faults()).toEqual([]);
    const tamperings = [
      ["UPDATE activity_anchors SET hash = sha256('') WHERE lane = 1 AND month = '2025-01-01'", 'anchor trail.retired'],
      ["UPDATE activity_anchors SET hash = sha256('') WHERE lane = 1 AND month = '2024-12-01'", 'anchor trail.retired'],
      ['UPDATE activity_anchors SET entries = entries + 1 WHERE lane = 2', 'anchor trail.retired'],
      ["DELETE FROM activity_anchors WHERE month = '2024-12-01'", 'anchor trail.retired'],
      ["INSERT INTO activity_anchors VALUES (7, '2025-01-01', 1, 5, 5, sha256(''))", 'anchor trail.retired'],
      ['DELETE FROM activity_anchors', 'missing'],
    ];
    for (const [statement = '', fault] of tamperings) {
      await database.client.query('CREATE TEMP TABLE kept AS TABLE activity_anchors');
      await database.client.query(statement);
      expect(await faults()).toContain(fault);
      await database.client.query(
        'DELETE FROM activity_anchors; INSERT INTO activity_anchors TABLE kept; DROP TABLE kept',
      );
    }
    expect(await faults()).toEqual([]);
  });

  it('does all of a month or nothing: with a file in the way, and where the database refuses, it stays as it was', async () => {
    const before = [await tables(), await readdir(folder)];
    const file = join(folder, 'activity-2025-03.jsonl.gz');
    const later = new Date('2026-04-01T00:00:00Z');
    const march = (): Promise<void> =>
      retireAndTell(database.client, { before: '2025-04', to: folder }, later, (line) => lines.push(line));
    await writeFile(file, '');
    await expect(march()).rejects.toThrow('is there already');
    await rm(file);
    await database.client.query(`CREATE TRIGGER refused BEFORE INSERT ON activity_anchors
      EXECUTE FUNCTION refuse_change_of_activity()`);
    await expect(march()).rejects.toThrow('append-only');
    await database.client.query('DROP TRIGGER refused ON activity_anchors');
    expect([await tables(), await readdir(folder)]).toEqual(before);
    expect(await faults()).toEqual([]);
    await march();
    expect(lines.at(-2)).toBe(`2025-03: 2 entries are in ${file}`);
    expect(await faults()).toEqual([]);
  });
});
