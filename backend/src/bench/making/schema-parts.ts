import type { Client } from 'pg';

/** Something that hangs on a table and costs time with each row, by the definition with which it is made again. */
export interface SchemaPart {
  readonly kind: 'index' | 'foreign key';
  readonly name: string;
  readonly table: string;
  readonly definition: string;
}

/**
 * Not those behind a key: keys stay, for rows come in the order of their keys, which costs little. Those of partitions go and
 * come with the whole table's.
 */
const INDEXES = `SELECT 'index' AS kind, i.indexrelid::regclass::text AS name, i.indrelid::regclass::text AS table,
    replace(pg_get_indexdef(i.indexrelid), ' ON ONLY ', ' ON ') AS definition
  FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
  WHERE c.relnamespace = 'public'::regnamespace AND NOT c.relispartition AND NOT EXISTS (
    SELECT FROM pg_constraint k WHERE k.conindid = i.indexrelid AND k.contype IN ('p', 'u', 'x')
  )`;

const FOREIGN_KEYS = `SELECT 'foreign key' AS kind, quote_ident(k.conname) AS name, k.conrelid::regclass::text AS table,
    format('ALTER TABLE %s ADD CONSTRAINT %I %s', k.conrelid::regclass, k.conname, pg_get_constraintdef(k.oid)) AS definition
  FROM pg_constraint k WHERE k.contype = 'f' AND k.connamespace = 'public'::regnamespace AND k.conparentid = 0`;

const TRIGGERS = `SELECT t.tgrelid::regclass::text AS table, t.tgname, t.tgenabled, pg_get_triggerdef(t.oid) AS definition
  FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
  WHERE NOT t.tgisinternal AND c.relnamespace = 'public'::regnamespace ORDER BY 1, 2`;

/** Triggers are switched off and on, for a definition that PostgreSQL writes down again may have other brackets. */
export async function switchTriggers(client: Client, to: 'DISABLE' | 'ENABLE'): Promise<void> {
  const { rows } = await client.query<{ table: string }>(TRIGGERS);
  for (const table of new Set(rows.map((row) => row.table)))
    await client.query(`ALTER TABLE ${table} ${to} TRIGGER USER`);
}

/** Indexes first: they make the checks of the foreign keys fast. */
export async function readParts(client: Client): Promise<SchemaPart[]> {
  const { rows } = await client.query<SchemaPart>(
    `SELECT * FROM (${INDEXES} UNION ALL ${FOREIGN_KEYS}) AS parts ORDER BY kind DESC, "table", name`,
  );
  return rows;
}

export async function dropParts(client: Client, parts: readonly SchemaPart[]): Promise<void> {
  for (const { kind, name, table } of parts) {
    if (kind === 'index') await client.query(`DROP INDEX ${name}`);
    else await client.query(`ALTER TABLE ${table} DROP CONSTRAINT ${name}`);
  }
}

/** Makes them again as they were: indexes by all connections at a time, then what takes a whole table for itself. */
export async function restoreParts(clients: readonly Client[], parts: readonly SchemaPart[]): Promise<void> {
  const indexes = parts.filter(({ kind }) => kind === 'index');
  await Promise.all(
    clients.map(async (client) => {
      for (let part = indexes.shift(); part; part = indexes.shift()) await client.query(part.definition);
    }),
  );
  for (const part of parts) if (part.kind !== 'index') await clients[0]?.query(part.definition);
}

/** Everything that the catalogue knows of the tables, as text: equal means the same schema. */
export async function describeSchema(client: Client): Promise<string> {
  const columns = await client.query(
    `SELECT table_name, column_name, data_type, is_nullable, column_default, is_identity, identity_generation
     FROM information_schema.columns WHERE table_schema = 'public' ORDER BY table_name, ordinal_position`,
  );
  const constraints = await client.query(
    `SELECT conrelid::regclass::text AS table, conname, convalidated, pg_get_constraintdef(oid) AS definition
     FROM pg_constraint WHERE connamespace = 'public'::regnamespace ORDER BY 1, 2`,
  );
  const triggers = await client.query(TRIGGERS);
  return JSON.stringify([columns.rows, constraints.rows, triggers.rows, await readParts(client)]);
}
