import { chmod, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
// Jest loads this file without its transforms, so it takes the built app.
import { createDataSource } from '../../dist/platform/database/data-source.js';
import { openEmbeddedDatabase } from '../../dist/platform/database/embedded/embedded-database.js';
import { migrate } from '../../dist/platform/database/migrate.js';

/** Nothing of a test run is worth keeping, so the disk need not hear of it. */
const SETTINGS = {
  ...{ fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' },
  // It belongs to the server, so nobody else may end it in a database that is to be dropped.
  autovacuum: 'off',
};
const TEMPLATE = 'template_of_tests';

/** One server for the whole run, with a migrated template that every spec file clones. */
export default async function startTestDatabase() {
  const dataDir = await mkdtemp(join(tmpdir(), 'deskhand-test-'));
  // As root the server runs as another user, who must be able to enter.
  await chmod(dataDir, 0o755);
  const server = await openEmbeddedDatabase({ dataDir, settings: SETTINGS, log: () => undefined });
  globalThis.deskhandTestServer = { dataDir, server };
  process.env.TEST_DATABASE_URL = server.url;
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  await client.query(`CREATE DATABASE ${TEMPLATE}`);
  await client.end();
  const url = new URL(server.url);
  url.pathname = `/${TEMPLATE}`;
  const template = createDataSource(url.href, []);
  await template.initialize();
  await migrate(template, url.href);
  await template.destroy();
}
