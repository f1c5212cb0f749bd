import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Logger } from 'nestjs-pino';
import { AppModule } from './app.module.js';
import { APP_OPTIONS, setUpApp } from './app.setup.js';
import { AfterListening } from './platform/after-listening.js';
import { MINUTE, SECOND } from './platform/clock.js';
import { InstallationKeys } from './platform/config/installation-keys.js';
import { Setup } from './auth/accounts/setup.service.js';
import { ENTITIES } from './entities.js';
import { jwtSecret } from './platform/config/jwt-secret.js';
import { readOwnSettings } from './platform/config/read-settings.js';
import type { Settings } from './platform/config/settings.js';
import { type OpenDatabase, openDatabase } from './platform/database/open-database.js';
import { Jobs } from './platform/jobs/jobs.js';
import { StartupProblem } from './platform/startup-problem.js';

/** Milliseconds that running requests get to finish once the process is asked to stop. */
const STOP_PATIENCE = 8_000;

/** Milliseconds between looks for connections that have come to rest since the process was asked to stop. */
const REST_EVERY = 100;

/**
 * Milliseconds for which a connection without a request is kept. Proxies keep theirs for a minute: if this end closed first,
 * now and then a request would go into a connection that is just being closed, and be lost.
 */
const CONNECTION_PATIENCE = 65 * SECOND;

/** Milliseconds in which a request must have arrived whole: a large import is read no faster than it is written. */
const REQUEST_PATIENCE = 60 * MINUTE;

export interface RunningServer {
  /** Lets running requests finish, leaves the database, and ends the process with code 0. */
  stop(): Promise<void>;
}

/**
 * Starts everything in one process: database, API, client.
 *
 * @param root the repository's folder
 * @param settings those of the environment unless others are given
 * @throws StartupProblem in one sentence that says what to do
 */
export async function startServer(root: string, settings = readOwnSettings(root)): Promise<RunningServer> {
  const say = (message: string): void => {
    console.log(message);
  };
  const database = await openDatabase(settings, ENTITIES, say);
  let app: NestExpressApplication | null = null;
  try {
    const keys = new InstallationKeys(jwtSecret(settings), database.installationId);
    const foundation = { settings, dataSource: database.dataSource, keys };
    app = await NestFactory.create<NestExpressApplication>(AppModule.on(foundation), APP_OPTIONS);
    setUpApp(app, join(root, 'frontend/dist'));
    await listen(app, settings);
    app.useLogger(app.get(Logger));
    await greet(app, settings, say);
    await app.get(Jobs).start();
    await app.get(AfterListening).begin(say);
    const running = app;
    return { stop: once(() => stop(running, database)) };
  } catch (error) {
    // It may have connections of its own, for which the database would be kept running.
    await app?.close();
    if (database.dataSource.isInitialized) await database.dataSource.destroy();
    await database.release();
    throw error;
  }
}

async function listen(app: NestExpressApplication, settings: Settings): Promise<void> {
  try {
    await app.listen(settings.PORT, settings.HOST);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'EADDRINUSE') {
      throw new StartupProblem(
        `Port ${settings.PORT} is in use by another program; stop that one, or choose another port, such as PORT=${settings.PORT + 1} npm start.`,
      );
    }
    if (code === 'EACCES' || code === 'EADDRNOTAVAIL') {
      throw new StartupProblem(
        `This user cannot listen on ${settings.HOST}:${settings.PORT}; choose another HOST or PORT.`,
      );
    }
    throw error;
  }
  const server = app.getHttpServer();
  server.requestTimeout = REQUEST_PATIENCE;
  server.keepAliveTimeout = CONNECTION_PATIENCE;
  const { port } = server.address() as { port: number };
  settings.PORT = port;
}

async function greet(app: NestExpressApplication, settings: Settings, say: (message: string) => void): Promise<void> {
  const base = settings.publicUrl;
  say(`\n  Deskhand is running at ${base}\n  API documentation:     ${base}/api/docs`);
  const setup = app.get(Setup);
  if (await setup.isNeeded()) {
    say(`\n  There is no admin yet. Make the first one with this link, once:\n  ${await setup.issueLink()}`);
  }
  say('');
}

async function stop(app: NestExpressApplication, database: OpenDatabase): Promise<void> {
  const server = app.getHttpServer();
  const deadline = setTimeout(() => {
    server.closeAllConnections();
  }, STOP_PATIENCE);
  // Node closes those that rest when it stops listening; the others would be kept once they are answered.
  const resting = setInterval(() => {
    server.closeIdleConnections();
  }, REST_EVERY);
  await app.close();
  clearTimeout(deadline);
  clearInterval(resting);
  await database.release();
  process.exit(0);
}

function once(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null;
  return () => (running ??= work());
}
