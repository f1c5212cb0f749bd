import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { sentenceOf } from '../../src/activity/verify/fault.js';
import { type Verdict, verifyTrail } from '../../src/activity/verify/verify-trail.js';
import { append, makeMonths, told, trailDatabase, type TrailDatabase, twoChains } from './trail-database.js';

/** Of the first chain; the second one has the same number. The last two are of another month. */
const ENTRIES = 12;
const TIMES = Array.from({ length: ENTRIES }, (_, index) =>
  new Date(Date.UTC(2026, index < 10 ? 2 : 3, 1 + index)).toISOString(),
);

/** Links are written as `lane.link`; statements name positions as `:lane.link`. */
type Case = readonly [what: string, statements: readonly string[], faults: readonly string[]];

const HASH = `activity_hash(p.hash, e.lane, e.link, e.position, e.id, e.at, e.actor_id, e.kind, e.subject_type, e.subject_id,
  e.payload, e.public, e.request_id, e.bulk_id)`;
const COPY = `INSERT INTO activity (position, id, at, kind, subject_type, subject_id, payload, public, month, lane, link, hash)
  SELECT nextval('activity_positions'), gen_random_uuid(), at, kind, subject_type, subject_id, payload, public, month`;
const swap = (column: string, one: string, other: string): string =>
  `UPDATE activity e SET ${column} = o.${column} FROM activity o
   WHERE (e.position, o.position) IN ((${one}, ${other}), (${other}, ${one}))`;

const swapPositions = (one: string, other: string): string[] =>
  [
    [one, '-1'],
    [other, one],
    ['-1', other],
  ].map(([from, to]) => `UPDATE activity SET position = ${to} WHERE position = ${from}`);

const CASES: readonly Case[] = [
  ['a changed payload', [`UPDATE activity SET payload = '{"internal": true}' WHERE position = :1.5`], ['changed 1.5']],
  ['a changed time', [`UPDATE activity SET at = at + interval '1 microsecond' WHERE position = :2.4`], ['changed 2.4']],
  ['a changed actor', ['UPDATE activity SET actor_id = NULL WHERE position = :1.1'], ['changed 1.1']],
  ['what was hidden made public', ['UPDATE activity SET public = false WHERE position = :1.12'], ['changed 1.12']],
  ['changes of two chains', ['UPDATE activity SET kind = kind || 1 WHERE link = 3'], ['changed 1.3', 'changed 2.3']],
  [
    'a change with a new hash',
    [
      'UPDATE activity SET public = false WHERE position = :1.5',
      `UPDATE activity e SET hash = ${HASH} FROM activity p WHERE p.position = :1.4 AND e.position = :1.5`,
    ],
    ['changed 1.6'],
  ],
  ['one missing in the middle', ['DELETE FROM activity WHERE position = :1.6'], ['missing 1.6-6']],
  ['some missing in the middle', ['DELETE FROM activity WHERE lane = 2 AND link IN (5, 6, 7)'], ['missing 2.5-7']],
  ['one missing at the beginning', ['DELETE FROM activity WHERE position = :1.1'], ['missing 1.1-1']],
  ['one missing at the end', ['DELETE FROM activity WHERE position = :1.12'], ['missing 1.12-12']],
  ['a missing month', ['DROP TABLE activity_2026_04'], ['missing 1.11-12', 'missing 2.11-12']],
  ['a whole chain missing', ['DELETE FROM activity WHERE lane = 2'], ['missing 2.1-12']],
  ['one added without a link', [`${COPY}, 1, 0, hash FROM activity WHERE position = :1.3`], ['added 1.0']],
  ['one added with a link that is taken', [`${COPY}, 1, 4, hash FROM activity WHERE position = :1.3`], ['added 1.4']],
  [
    'one added at the end, with the right link and hash',
    [
      `${COPY}, 1, 13, hash FROM activity WHERE position = :1.12`,
      `UPDATE activity e SET hash = ${HASH} FROM activity p WHERE p.position = :1.12 AND e.link = 13`,
    ],
    ['added 1.13'],
  ],
  [
    'one added to a chain of its own',
    [`${COPY}, 9, 1, hash FROM activity WHERE position = :1.3`],
    ['changed 9.1', 'head'],
  ],
  ['one added far behind the end', [`${COPY}, 1, 99999, hash FROM activity WHERE position = :1.3`], ['added 1.99999']],
  ['two that changed their positions', swapPositions(':1.3', ':1.8'), ['moved 1.3', 'moved 1.8']],
  ['neighbours that changed their positions', swapPositions(':1.3', ':1.4'), ['changed 1.4', 'moved 1.3']],
  ['two that changed their links', [swap('link', ':1.3', ':1.8')], ['moved 1.3', 'moved 1.8']],
  ['two that changed their chains', [swap('lane', ':1.3', ':2.8')], ['moved 2.3', 'moved 1.8']],
  ['one in another month', [`UPDATE activity SET month = '2026-04-01' WHERE position = :1.5`], ['moved 1.5']],
  ['an edited hash of a head', [`UPDATE activity_chains SET hash = sha256('') WHERE lane = 1`], ['head']],
  ['an edited number of a head', ['UPDATE activity_chains SET links = 14 WHERE lane = 1'], ['missing 1.13-14']],
  ['a removed head', ['DELETE FROM activity_chains WHERE lane = 2'], ['head']],
  [
    'a head that was put back',
    [`UPDATE activity_chains c SET links = 11, hash = e.hash FROM activity e WHERE c.lane = 1 AND e.position = :1.11`],
    ['added 1.12'],
  ],
];

describe('R12 whoever changes the trail behind the trigger', () => {
  let database: TrailDatabase;
  let positions: Map<string, string>;

  beforeAll(async () => {
    database = await trailDatabase();
    await makeMonths(database.client, '2026-03', '2026-04');
    await twoChains(
      database,
      TIMES.map((at) => told(at)),
    );
    const { rows } = await database.client.query<{ place: string; position: string }>(
      "SELECT lane || '.' || link AS place, position FROM activity",
    );
    positions = new Map(rows.map(({ place, position }) => [place, position]));
    await database.client.query(`ALTER TABLE activity DISABLE TRIGGER USER; CREATE SCHEMA kept;
      CREATE TABLE kept.activity AS TABLE activity; CREATE TABLE kept.chains AS TABLE activity_chains`);
  });
  afterAll(() => database.close());

  beforeEach(async () => {
    await database.client.query(`DELETE FROM activity; DELETE FROM activity_chains;
      SELECT make_activity_month('2026-04-01');
      INSERT INTO activity SELECT * FROM kept.activity; INSERT INTO activity_chains SELECT * FROM kept.chains`);
  });

  async function tamper(statements: readonly string[]): Promise<Verdict> {
    for (const statement of statements) {
      const text = statement.replace(/:(\d+\.\d+)/g, (_, place: string) => positions.get(place) ?? 'NULL');
      const { rowCount } = await database.client.query(text);
      if (!text.startsWith('DROP')) expect(rowCount).toBeGreaterThan(0);
    }
    return verifyTrail(database.client);
  }

  it('finds nothing wrong with what nobody touched', async () => {
    const verdict = await tamper([]);
    expect(verdict.faults.map(sentenceOf)).toEqual([]);
    expect(verdict).toMatchObject({ entries: 2 * ENTRIES, from: expect.stringMatching(/^2026-03-01T/) });
    expect(verdict.heads.map(({ lane, links }) => [lane, links])).toEqual([
      [1, ENTRIES],
      [2, ENTRIES],
    ]);
  });

  it.each(CASES)('is found out: %s', async (_, statements, expected) => {
    const { faults } = await tamper(statements);
    const found = faults.map(({ kind, entry, gap }) => {
      if (gap) return `${kind} ${gap.lane}.${gap.from}-${gap.to}`;
      return entry ? `${kind} ${entry.lane}.${entry.link}` : kind;
    });
    expect(found.sort()).toEqual([...expected].sort());
  });

  it('is found out when whole chains were rewritten, against heads that were kept elsewhere', async () => {
    const earlier = await verifyTrail(database.client);
    await append(database.client, told('2026-04-20T00:00:00Z'));
    const against = { installation: '', at: '2026-04-19', heads: earlier.heads };
    expect((await verifyTrail(database.client, { against })).faults).toEqual([]);
    await database.client.query(`DELETE FROM activity WHERE lane = 1;
      UPDATE activity_chains c SET links = 0, hash = k.hash, month = NULL FROM activity_chains k WHERE c.lane = 1 AND k.lane = 99`);
    for (const at of TIMES) await append(database.client, told(at));
    expect((await verifyTrail(database.client)).faults).toEqual([]);
    const { faults } = await verifyTrail(database.client, { against });
    expect(faults.map(({ kind, entry }) => `${kind} ${entry?.link}`)).toEqual([`changed ${ENTRIES}`]);
    await database.client.query(`DELETE FROM activity WHERE lane = 2;
      UPDATE activity_chains c SET links = 0, hash = k.hash, month = NULL FROM activity_chains k WHERE c.lane = 2 AND k.lane = 99`);
    expect((await verifyTrail(database.client)).faults).toEqual([]);
    expect((await verifyTrail(database.client, { against })).faults).toContainEqual(
      expect.objectContaining({
        kind: 'missing',
        words: expect.stringContaining('chain 2 had 12 entries on 2026-04-19'),
      }),
    );
  });

  it('is told in words that name the place', async () => {
    const { faults } = await tamper(['UPDATE activity SET public = false WHERE position = :1.5']);
    expect(faults.map(sentenceOf).join()).toMatch(
      /^CHANGED {2}position \d+ \([\da-f-]{36}, comment.added, 2026-03-05T00:00:00.000000Z, chain 1, link 5\): it is not what was written, or the entry at position \d+ before it is not\.$/,
    );
  });
});
