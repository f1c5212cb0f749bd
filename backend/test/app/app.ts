import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Test } from '@nestjs/testing';
import { Logger } from 'nestjs-pino';
import type { DataSource } from 'typeorm';
import { AppModule } from '../../src/app.module.js';
import { APP_OPTIONS, setUpApp } from '../../src/app.setup.js';
import { ENTITIES } from '../../src/entities.js';
import { InstallationKeys } from '../../src/platform/config/installation-keys.js';
import { Settings } from '../../src/platform/config/settings.js';
import { createDataSource } from '../../src/platform/database/data-source.js';
import { cloneDatabase } from '../database/clone.js';
import { TestClock } from './test-clock.js';

export interface TestApp {
  readonly nest: NestExpressApplication;
  /** Such as `http://localhost:40123`. */
  readonly url: string;
  readonly dataSource: DataSource;
  readonly clock: TestClock;
  readonly keys: InstallationKeys;
  readonly settings: Settings;
  close(): Promise<void>;
}

/** Boots the real app on a database of its own, on a free port; with a built client where a folder is given. */
export async function startApp(overrides: Partial<Settings> = {}, clientFolder?: string): Promise<TestApp> {
  const database = await cloneDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'deskhand-app-'));
  const settings = Object.assign(new Settings(), {
    NODE_ENV: 'test',
    PORT: 0,
    DATA_DIR: folder,
    BCRYPT_COST: 4,
    RATE_LIMIT: 1_000_000,
    LOG_LEVEL: 'silent',
    JWT_SECRET: randomBytes(32).toString('hex'),
    ...overrides,
  });
  const dataSource = await createDataSource(database.url, ENTITIES).initialize();
  // Every clone is an installation of its own.
  await dataSource.query('UPDATE installation SET id = gen_random_uuid()');
  const rows: { id: string }[] = await dataSource.query('SELECT id FROM installation');
  const keys = new InstallationKeys(settings.JWT_SECRET, rows[0]?.id ?? '');
  const clock = new TestClock();
  const foundation = { settings, dataSource, keys, clock };
  const module = await Test.createTestingModule({ imports: [AppModule.on(foundation)] }).compile();
  const nest = module.createNestApplication<NestExpressApplication>(APP_OPTIONS);
  nest.useLogger(nest.get(Logger));
  setUpApp(nest, clientFolder);
  await nest.listen(0, '127.0.0.1');
  settings.PORT = (nest.getHttpServer().address() as { port: number }).port;
  const close = async (): Promise<void> => {
    nest.getHttpServer().closeAllConnections();
    await nest.close();
    await database.drop();
    await rm(folder, { recursive: true, force: true });
  };
  return { nest, url: `http://127.0.0.1:${settings.PORT}`, dataSource, clock, keys, settings, close };
}
