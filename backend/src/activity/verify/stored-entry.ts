import type { Client } from 'pg';
import type { HashedEntry } from '../chain/entry-hash.js';

/** An entry as it stands in the trail now. */
export interface StoredEntry extends HashedEntry {
  /** Such as `2026-11-01`. */
  readonly month: string;
  /** In hex. */
  readonly hash: string;
}

const ROWS_AT_ONCE = 5_000;

const COLUMNS = `lane, link, position, id, to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS at, actor_id,
  kind, subject_type, subject_id, payload::text AS payload, public, request_id, bulk_id, month::text AS month,
  encode(hash, 'hex') AS hash`;

type Row = readonly [
  ...[lane: string, link: string, position: string, id: string, at: string, actorId: string | null, kind: string],
  ...[subjectType: string, subjectId: string, payload: string, isPublic: string, requestId: string | null],
  ...[bulkId: string | null, month: string, hash: string],
];

/** The partitions of the trail, the oldest month first. */
export async function partitionsOf(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT inhrelid::regclass::text AS name FROM pg_inherits WHERE inhparent = 'activity'::regclass ORDER BY 1`,
  );
  return rows.map(({ name }) => name);
}

/** The entries of a table in the order in which they were written, some thousand at a time, in the client's transaction. */
export function readInOrder(client: Client, table: string): AsyncGenerator<StoredEntry[]> {
  return read(client, `SELECT ${COLUMNS} FROM ${table} ORDER BY position`);
}

/** The entries of one lane by what they say of their place in it. */
export function readLane(client: Client, lane: number): AsyncGenerator<StoredEntry[]> {
  return read(client, `SELECT ${COLUMNS} FROM activity WHERE lane = ${lane} ORDER BY activity.link, activity.position`);
}

async function* read(client: Client, statement: string): AsyncGenerator<StoredEntry[]> {
  await client.query(`DECLARE entries NO SCROLL CURSOR FOR ${statement}`);
  for (;;) {
    const { rows } = await client.query<Row[number][]>({
      text: `FETCH ${ROWS_AT_ONCE} FROM entries`,
      rowMode: 'array',
      // As the database writes them: reading dates and objects would cost more than all the rest.
      types: { getTypeParser: () => (text: string) => text },
    });
    if (rows.length > 0) yield rows.map((row) => entryOf(row as unknown as Row));
    if (rows.length < ROWS_AT_ONCE) break;
  }
  await client.query('CLOSE entries');
}

function entryOf(row: Row): StoredEntry {
  const [lane, link, position, id, at, actorId, kind, subjectType, subjectId, payload, isPublic, ...rest] = row;
  const [requestId, bulkId, month, hash] = rest;
  const known = { lane, link, position, id, at, actorId, kind, subjectType, subjectId, payload };
  return { ...known, public: isPublic === 't', requestId, bulkId, month, hash };
}
