import { fileURLToPath } from 'node:url';
import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module.js';
import { ENTITIES } from './entities.js';
import { type Arguments, readArguments } from './imports/program/arguments.js';
import { importFile } from './imports/program/import-file.js';
import { InstallationKeys } from './platform/config/installation-keys.js';
import { jwtSecret } from './platform/config/jwt-secret.js';
import { readOwnSettings } from './platform/config/read-settings.js';
import { openDatabase } from './platform/database/open-database.js';
import { StartupProblem } from './platform/startup-problem.js';

/** Imports a CSV file into the installation of these settings, which may be running: `node dist/import.js FILE …`. */
const ROOT = fileURLToPath(new URL('../../', import.meta.url));

async function runOnDatabase(given: Arguments, stop: AbortSignal): Promise<boolean> {
  const settings = readOwnSettings(ROOT);
  const database = await openDatabase(settings, ENTITIES, console.log);
  try {
    const keys = new InstallationKeys(jwtSecret(settings), database.installationId);
    const foundation = { settings, dataSource: database.dataSource, keys };
    const app = await NestFactory.createApplicationContext(AppModule.on(foundation), {
      logger: false,
      abortOnError: false,
    });
    try {
      return await importFile(app, given, stop);
    } finally {
      await app.close();
    }
  } finally {
    if (database.dataSource.isInitialized) await database.dataSource.destroy();
    await database.release();
  }
}

const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    stop.abort();
  });
}

try {
  process.exit((await runOnDatabase(readArguments(process.argv.slice(2)), stop.signal)) ? 0 : 1);
} catch (error) {
  console.error(error instanceof StartupProblem ? error.message : error);
  process.exit(1);
}
