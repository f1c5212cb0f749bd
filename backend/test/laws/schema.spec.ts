import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { STATUSES } from '@deskhand/shared';
import type { DataSource } from 'typeorm';
import { ENTITIES } from '../../src/entities.js';
import { createDataSource } from '../../src/platform/database/data-source.js';
import { MIGRATIONS } from '../../src/platform/database/migrations/all.js';
import { newId } from '../../src/platform/ids.js';
import { Ticket } from '../../src/tickets/ticket/ticket.entity.js';
import { User } from '../../src/users/user.entity.js';
import { cloneDatabase } from '../database/clone.js';

async function tables(dataSource: DataSource): Promise<string[]> {
  const rows: { name: string }[] = await dataSource.query(
    "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1",
  );
  return rows.map(({ name }) => name);
}

describe('the schema', () => {
  let database: Awaited<ReturnType<typeof cloneDatabase>>;
  let dataSource: DataSource;

  beforeAll(async () => {
    database = await cloneDatabase();
    dataSource = await createDataSource(database.url, ENTITIES).initialize();
  });
  afterAll(async () => {
    await dataSource.destroy();
    await database.drop();
  });

  it('is what the entities say, so that no migration is missing', async () => {
    const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
    // Checks are the database's own guard: entities do not repeat them, and TypeORM would drop them.
    const drift = upQueries.map(({ query }) => query).filter((query) => !/DROP CONSTRAINT "\w+_check"$/.test(query));
    expect(drift).toEqual([]);
  });

  it('R14 goes down with data and up again', async () => {
    const before = await tables(dataSource);
    const id = newId();
    const now = new Date();
    const person = {
      id,
      name: 'Emma',
      email: 'emma@example.org',
      role: 'employee',
      createdAt: now,
      updatedAt: now,
    } as const;
    await dataSource.manager.insert(User, person);
    await dataSource.manager.insert(Ticket, {
      ...{ id, subject: 'Printer', description: 'Jams', status: 'submitted', priority: 1, version: 1 },
      ...{ requesterId: id, creatorId: id, createdAt: now, updatedAt: now },
    });
    for (let landed = MIGRATIONS.length; landed > 0; landed -= 1) await dataSource.undoLastMigration();
    expect(await tables(dataSource)).toEqual(['migrations']);
    await dataSource.runMigrations();
    expect(await tables(dataSource)).toEqual(before);
  });

  it('has the statuses and phases of the one table of data', async () => {
    const rows: { code: string; phase: string }[] = await dataSource.query(
      'SELECT code, phase FROM statuses ORDER BY position',
    );
    expect(rows).toEqual(STATUSES.map(({ code, phase }) => ({ code, phase })));
  });
});
