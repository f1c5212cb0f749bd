import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Client } from 'pg';
import { sentenceOf } from '../../src/activity/verify/fault.js';
import { verifyTrail } from '../../src/activity/verify/verify-trail.js';
import { createDataSource } from '../../src/platform/database/data-source.js';
import { MIGRATIONS } from '../../src/platform/database/migrations/all.js';
import { newId } from '../../src/platform/ids.js';
import { append, makeMonths, told, trailDatabase, type TrailDatabase } from './trail-database.js';

const CONNECTIONS = 16;
const ROUNDS = Number(process.env.PROOF_CYCLES ?? 5) * 5;
const AT = '2026-05-05T05:05:05.123456Z';
/** Whatever PostgreSQL and JavaScript could write differently. */
const STRANGE = {
  payload: { long: 'x', a: [1, 1.5, -0.001, 1e21, []], 'é"\\': { null: null, '': '\n\t\u0001\u007f\u2028😀' }, b: {} },
  request_id: 'é"\\/\n\u0001\u007f😀',
  actor_id: null,
};

async function headsOf(client: Client): Promise<Record<number, number>> {
  const { faults, heads } = await verifyTrail(client);
  expect(faults.map(sentenceOf)).toEqual([]);
  return Object.fromEntries(heads.map(({ lane, links }) => [lane, links]));
}

describe('R12 the chained trail', () => {
  let database: TrailDatabase;

  beforeAll(async () => {
    database = await trailDatabase();
  });
  afterAll(() => database.close());

  it('has one chain as long as nobody writes at the same time, whatever stands in an entry', async () => {
    const other = await database.connect();
    for (const client of [database.client, other, database.client]) await append(client, told(AT, STRANGE), told(AT));
    expect(await headsOf(database.client)).toEqual({ 1: 6 });
  });

  it('leaves no gap where a transaction is rolled back, as a whole or in part', async () => {
    const { client } = database;
    await client.query('BEGIN');
    await append(client, told(AT));
    await client.query('ROLLBACK');
    await client.query('BEGIN');
    await append(client, told(AT));
    await client.query('SAVEPOINT half');
    await append(client, told(AT), told(AT));
    await client.query('ROLLBACK TO half');
    await append(client, told(AT));
    await client.query('COMMIT');
    expect(await headsOf(client)).toEqual({ 1: 8 });
  });

  it('goes on in its last month when the clock goes back, and makes the months that it needs', async () => {
    for (const at of ['2031-12-31T23:59:59.999Z', '2026-05-01T00:00:00Z', '2032-01-01T00:00:00Z']) {
      await append(database.client, told(at));
    }
    const { rows } = await database.client.query<{ month: string }>(
      'SELECT month::text AS month FROM activity ORDER BY position DESC LIMIT 3',
    );
    expect(rows.map(({ month }) => month)).toEqual(['2032-01-01', '2031-12-01', '2031-12-01']);
    expect(await headsOf(database.client)).toEqual({ 1: 11 });
  });

  it(`keeps its chains whole under ${CONNECTIONS} writers who commit and roll back at random`, async () => {
    const clients = await Promise.all(Array.from({ length: CONNECTIONS }, () => database.connect()));
    let committed = 11;
    const write = async (client: Client, seed: number): Promise<void> => {
      for (let round = 0; round < ROUNDS; round += 1) {
        const [first, second] = [1 + ((seed + round) % 3), (seed * round) % 2];
        await client.query('BEGIN');
        await append(client, ...Array.from({ length: first }, () => told(`20${33 + (round % 3)}-01-01T00:00:00Z`)));
        if (second > 0) await append(client, told(AT));
        const isKept = (seed + round) % 4 > 0;
        await client.query(isKept ? 'COMMIT' : 'ROLLBACK');
        if (isKept) committed += first + second;
      }
    };
    await Promise.all(clients.map(write));
    const heads = await headsOf(database.client);
    expect(Object.values(heads).reduce((sum, links) => sum + links)).toBe(committed);
    expect(Math.max(...Object.keys(heads).map(Number))).toBeLessThanOrEqual(2 * CONNECTIONS);
  });

  it('makes a month beside those who write and read, and nobody waits for it', async () => {
    const [writer, maker, other] = await Promise.all([0, 1, 2].map(() => database.connect()));
    for (const client of [writer!, maker!, other!]) await client.query("SET lock_timeout = '1s'");
    await writer!.query('BEGIN');
    await append(writer!, told(AT));
    await maker!.query('BEGIN');
    await makeMonths(maker!, '2042-01');
    await append(other!, told(AT));
    await other!.query('SELECT count(*) FROM activity');
    await append(writer!, told(AT));
    for (const client of [writer!, maker!]) await client.query('COMMIT');
    await headsOf(database.client);
  });

  it('is refused change in each month too', async () => {
    await makeMonths(database.client, '2040-01');
    for (const statement of ['UPDATE % SET public = true', 'DELETE FROM % WHERE false', 'TRUNCATE %']) {
      for (const table of ['activity', 'activity_2032_01', 'activity_2040_01']) {
        await expect(database.client.query(statement.replace('%', table))).rejects.toThrow('append-only');
      }
    }
  });

  it('R14 takes over what was there before it, with its positions', async () => {
    const dataSource = await createDataSource(database.url, []).initialize();
    const columns = 'position, id, at, actor_id, kind, subject_id, payload, public, request_id';
    const before: unknown[] = await dataSource.query(`SELECT ${columns} FROM activity ORDER BY position`);
    const landed = MIGRATIONS.slice(MIGRATIONS.findIndex(({ name }) => name.startsWith('Trail'))).length;
    for (let undone = 0; undone < landed; undone += 1) await dataSource.undoLastMigration();
    await dataSource.query(
      `INSERT INTO activity (id, at, kind, subject_type, subject_id, payload, public)
       VALUES ($1, '2020-02-29T00:00:00.000001Z', 'ticket.created', 'ticket', $1, '{}', true)`,
      [newId()],
    );
    await dataSource.runMigrations();
    const after: unknown[] = await dataSource.query(`SELECT ${columns} FROM activity ORDER BY position`);
    expect(after.slice(0, -1)).toEqual(before);
    expect(await headsOf(database.client)).toEqual({ 1: before.length + 1 });
    await append(database.client, told(AT));
    expect(await headsOf(database.client)).toEqual({ 1: before.length + 2 });
    await dataSource.destroy();
  });
});
