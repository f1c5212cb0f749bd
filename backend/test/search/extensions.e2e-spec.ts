import { mkdtemp, rm, chmod } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { createDataSource } from '../../src/platform/database/data-source.js';
import { openEmbeddedDatabase } from '../../src/platform/database/embedded/embedded-database.js';
import { migrate } from '../../src/platform/database/migrate.js';
import { StartupProblem } from '../../src/platform/startup-problem.js';
import { cloneDatabase } from '../database/clone.js';

/** What the start would say of that database. */
async function migrated(url: string): Promise<unknown> {
  const dataSource = await createDataSource(url, []).initialize();
  try {
    return await migrate(dataSource, url).catch((error: unknown) => error);
  } finally {
    await dataSource.destroy();
  }
}

describe('a server of one’s own', () => {
  it('says what to install where it lacks an extension', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'deskhand-bare-'));
    await chmod(dataDir, 0o755);
    const settings = { extension_control_path: 'nowhere' };
    const server = await openEmbeddedDatabase({ dataDir, settings, log: () => undefined });
    try {
      const problem = await migrated(server.url);
      expect(problem).toBeInstanceOf(StartupProblem);
      expect(String(problem)).toMatch(/lacks the extensions unaccent and pg_trgm; install its contrib package/);
    } finally {
      await server.release();
      await rm(dataDir, { recursive: true, force: true });
    }
  });

  it('says what an administrator must run where its user may not', async () => {
    const database = await cloneDatabase('template0');
    const owner = new Client({ connectionString: database.url });
    await owner.connect();
    try {
      const name = new URL(database.url).pathname.slice(1);
      await owner.query(`REVOKE CREATE ON DATABASE ${name} FROM CURRENT_USER`);
      const problem = await migrated(database.url);
      expect(problem).toBeInstanceOf(StartupProblem);
      const statements = /let an administrator of that database run: (.*)$/.exec(String(problem))?.[1];
      await owner.query(`GRANT CREATE ON DATABASE ${name} TO CURRENT_USER`);
      await owner.query(statements!);
      await owner.query(`REVOKE CREATE ON DATABASE ${name} FROM CURRENT_USER`);
      expect(await migrated(database.url)).toBeUndefined();
    } finally {
      await owner.end();
      await database.drop();
    }
  });
});
