import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { TEMPLATE, urlOf } from './database-urls.js';

async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: urlOf('postgres') });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** A fresh copy of the migrated database, or an empty one. */
export async function cloneDatabase(template = TEMPLATE): Promise<{ url: string; drop(): Promise<void> }> {
  const name = `spec_${randomBytes(6).toString('hex')}`;
  await onServer(`CREATE DATABASE ${name} TEMPLATE ${template}`);
  return { url: urlOf(name), drop: () => onServer(`DROP DATABASE ${name} WITH (FORCE)`) };
}
