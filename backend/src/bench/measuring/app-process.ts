import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { ownEnvironment } from '../../platform/config/read-settings.js';
import { findFreePort } from '../../platform/database/embedded/ports.js';
import type { Recording } from './recorder.js';

const READY = 'Deskhand is running at';
const START_PATIENCE = 120_000;

/** The app as it runs in production, on the installation of a bench. */
export class AppProcess {
  private constructor(
    private readonly child: ChildProcess,
    readonly port: number,
    /** Milliseconds from its start until it takes requests. */
    readonly startedIn: number,
    /** Settles with the code once it has ended. */
    private readonly ended: Promise<void>,
  ) {}

  get pid(): number {
    return this.child.pid ?? 0;
  }

  /** @param isRecording tells which statements each request sends; slower */
  static async start(dataDir: string, secret: string, isRecording: boolean): Promise<AppProcess> {
    const port = await findFreePort();
    const begun = performance.now();
    const child = fork(join(import.meta.dirname, '../../main.js'), {
      env: { ...clean(ownEnvironment()), ...environment(dataDir, port, secret) },
      // The limits of memory are those that this process was started with, as the app is.
      execArgv: [
        ...process.execArgv,
        ...['leave-with-parent.js', ...(isRecording ? ['recorder.js'] : [])].flatMap((module) => [
          '--import',
          new URL(module, import.meta.url).href,
        ]),
      ],
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
      serialization: 'advanced',
    });
    const ended = new Promise<void>((done) => {
      child.once('exit', () => {
        done();
      });
    });
    await ready(child);
    return new AppProcess(child, port, performance.now() - begun, ended);
  }

  /** The recording of the next request to end. */
  nextRecording(): Promise<Recording> {
    return new Promise((done) => {
      this.child.once('message', (recording: Recording) => {
        done(recording);
      });
    });
  }

  async stop(): Promise<void> {
    this.child.kill('SIGTERM');
    await this.ended;
  }
}

function environment(dataDir: string, port: number, secret: string): Record<string, string> {
  const url = `http://127.0.0.1:${port}`;
  const limits = { RATE_LIMIT: '1000000000', LOG_LEVEL: 'info', ALLOW_HTTP: 'true' };
  return {
    NODE_ENV: 'production',
    DATA_DIR: dataDir,
    PORT: String(port),
    PUBLIC_URL: url,
    JWT_SECRET: secret,
    ...limits,
  };
}

/** Addresses and secrets of another installation must not reach the one that is measured. */
function clean(given: Readonly<Record<string, string | undefined>>): Record<string, string | undefined> {
  const foreign = /^(DATABASE_URL|ATTACHMENTS_URL|SETUP_TOKEN|TRUST_PROXY|HOST|ALLOW_HTTP)$|_FILE$|^(MAIL|IMAP)_/;
  return Object.fromEntries(Object.entries(given).filter(([name]) => !foreign.test(name)));
}

function ready(child: ChildProcess): Promise<void> {
  return new Promise((done, failed) => {
    const late = setTimeout(() => {
      failed(new Error('the app did not start in time'));
    }, START_PATIENCE);
    let said = '';
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-5_000);
      if (!said.includes(READY)) return;
      clearTimeout(late);
      done();
    });
    child.once('exit', () => {
      clearTimeout(late);
      failed(new Error(`the app ended while it was starting: ${said}`));
    });
  });
}
