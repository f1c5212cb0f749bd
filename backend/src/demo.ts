import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module.js';
import { demoSettings } from './demo/demo-settings.js';
import { greeting } from './demo/greeting.js';
import { MadeUpFolder } from './demo/made-up-folder.js';
import { FULL_SIZE, SMALL_SIZE } from './demo/plan.js';
import { ProgressLine } from './demo/progress-line.js';
import { seedDemo } from './demo/seed-demo.js';
import { SetClock } from './demo/set-clock.js';
import { ENTITIES } from './entities.js';
import { Clock } from './platform/clock.js';
import { InstallationKeys } from './platform/config/installation-keys.js';
import { jwtSecret } from './platform/config/jwt-secret.js';
import { ownEnvironment } from './platform/config/read-settings.js';
import type { Settings } from './platform/config/settings.js';
import { openDatabase } from './platform/database/open-database.js';
import { StartupProblem } from './platform/startup-problem.js';
import { runUntilStopped } from './run-until-stopped.js';
import { type RunningServer, startServer } from './server.js';

/** The demo: `node dist/demo.js [--fresh] [--small] [--folder=FOLDER]`. */
const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const options = process.argv.slice(2);

await runUntilStopped(startDemo);

async function startDemo(stopping: AbortSignal): Promise<RunningServer> {
  const unknown = options.find((option) => !/^--(fresh|small|folder=.+)$/.test(option));
  if (unknown !== undefined)
    throw new StartupProblem(`The demo does not know ${unknown}; it knows --fresh and --small.`);
  const chosen = options.find((option) => option.startsWith('--folder='))?.slice('--folder='.length);
  const folder = new MadeUpFolder(chosen ?? join(ROOT, '.demo'), 'demo');
  const settings = demoSettings(ownEnvironment(), folder.path);
  folder.checkOurs();
  if (options.includes('--fresh') || !folder.isComplete) {
    await folder.throwAway();
    folder.begin();
    await fill(settings, stopping);
    folder.complete();
  }
  const server = await startServer(ROOT, settings);
  console.log(greeting());
  return server;
}

async function fill(settings: Settings, signal: AbortSignal): Promise<void> {
  const progress = new ProgressLine('Filling in the last three months');
  const database = await openDatabase(settings, ENTITIES, () => undefined);
  try {
    const keys = new InstallationKeys(jwtSecret(settings), database.installationId);
    const clock = new SetClock();
    const foundation = { settings: quiet(settings), dataSource: database.dataSource, keys, clock };
    const app = await NestFactory.createApplicationContext(AppModule.on(foundation), {
      logger: false,
      abortOnError: false,
    });
    const size = options.includes('--small') ? SMALL_SIZE : FULL_SIZE;
    const pictures = join(ROOT, 'backend/demo/pictures');
    const onProgress = progress.show.bind(progress);
    try {
      await seedDemo(app, { clock, now: new Clock().now().getTime(), size, pictures, onProgress, signal });
      progress.end();
    } finally {
      await app.close();
    }
  } finally {
    if (database.dataSource.isInitialized) await database.dataSource.destroy();
    await database.release();
  }
}

function quiet(settings: Settings): Settings {
  return Object.assign(Object.create(Object.getPrototypeOf(settings) as object) as Settings, settings, {
    LOG_LEVEL: 'silent',
  });
}
