import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { DataFolder } from './data-folder.js';
import { RunningProgram } from './running-program.js';

const APP = join(import.meta.dirname, '../../dist/main.js');
const SETUP_TOKEN = 'the-setup-token-of-the-lifecycle-tests';
const ADMIN = { name: 'Ada Adams', email: 'ada@example.org', password: 'correct horse battery' };
const READY_LIMIT_MS = 60_000;

export interface Answer<Body> {
  readonly status: number;
  readonly body: Body;
  readonly etag: string;
}

/** One process of the built app on a data folder. */
export class App {
  readonly program: RunningProgram;
  readonly url: string;
  private token = '';

  constructor(folder: DataFolder, port: number, settings: Readonly<Record<string, string>> = {}) {
    this.url = `http://127.0.0.1:${port}`;
    this.program = new RunningProgram([APP], {
      ...{ NODE_ENV: 'test', BCRYPT_COST: '4', RATE_LIMIT: '1000000', LOG_LEVEL: 'warn', SETUP_TOKEN },
      ...{ PORT: String(port), DATA_DIR: folder.path },
      ...settings,
    });
  }

  static async start(folder: DataFolder, settings?: Readonly<Record<string, string>>): Promise<App> {
    const app = new App(folder, await freePort(), settings);
    await app.ready();
    return app;
  }

  /** Waits until it says that it is ready. */
  async ready(): Promise<void> {
    const deadline = performance.now() + READY_LIMIT_MS;
    while (this.program.isRunning && performance.now() < deadline) {
      const answer = await fetch(`${this.url}/api/health/ready`).catch(() => null);
      if (answer?.ok) return;
      await pause(20);
    }
    throw new Error(`The app did not become ready.\n${this.program.output}`);
  }

  /** Makes the admin if there is none, and acts as him from now on. */
  async signIn(): Promise<void> {
    const { body } = await this.call<{ needed: boolean }>('GET', '/setup');
    if (body.needed) await this.call('POST', '/setup', { token: SETUP_TOKEN, ...ADMIN });
    const { email, password } = ADMIN;
    const signedIn = await this.call<{ accessToken: string }>('POST', '/auth/token', { email, password });
    this.token = signedIn.body.accessToken;
  }

  /** One request on a connection of its own, so that an accepted connection is an accepted request. */
  async call<Body>(method: string, path: string, body?: object, headers: object = {}): Promise<Answer<Body>> {
    const answer = await fetch(`${this.url}/api/v1${path}`, {
      method,
      headers: {
        ...(body ? { 'content-type': 'application/json' } : {}),
        ...(this.token === '' ? {} : { authorization: `Bearer ${this.token}` }),
        connection: 'close',
        ...headers,
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const text = await answer.text();
    return {
      status: answer.status,
      body: (text === '' ? null : JSON.parse(text)) as Body,
      etag: answer.headers.get('etag') ?? '',
    };
  }

  /** Every item of a list, page by page. */
  async all<Item>(path: string): Promise<Item[]> {
    const items: Item[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: Answer<{ items: Item[]; nextCursor: string | null }> = await this.call(
        'GET',
        `${path}${path.includes('?') ? '&' : '?'}limit=100${cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`}`,
      );
      if (page.status !== 200) throw new Error(`${path}: ${page.status} ${JSON.stringify(page.body)}`);
      items.push(...page.body.items);
      cursor = page.body.nextCursor;
    }
    return items;
  }
}

export async function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        resolve(typeof address === 'object' && address ? address.port : 0);
      });
    });
  });
}
