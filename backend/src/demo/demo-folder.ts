import { existsSync, mkdirSync, readdirSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { openEmbeddedDatabase } from '../platform/database/embedded/embedded-database.js';
import { StartupProblem } from '../platform/startup-problem.js';

const MARKER = 'this-is-the-demo';
const COMPLETE = 'complete';

/** The folder of the demo's data. Only one that was made here is ever thrown away, known by the file that lies in it. */
export class DemoFolder {
  constructor(readonly path: string) {}

  /** Whether everything was filled in; a filling that was broken off must begin again. */
  get isComplete(): boolean {
    return existsSync(join(this.path, COMPLETE));
  }

  /** @throws StartupProblem for a folder with anything else in it, which stays as it is */
  checkOurs(): void {
    if (!existsSync(this.path) || existsSync(join(this.path, MARKER)) || readdirSync(this.path).length === 0) return;
    throw new StartupProblem(`The folder ${this.path} holds something else than the demo; move it away first.`);
  }

  begin(): void {
    mkdirSync(this.path, { recursive: true });
    writeFileSync(join(this.path, MARKER), 'Everything in this folder is made up and may be thrown away.\n');
  }

  complete(): void {
    writeFileSync(join(this.path, COMPLETE), '');
  }

  /** @throws StartupProblem while a demo is running on it */
  async throwAway(): Promise<void> {
    if (!existsSync(join(this.path, MARKER))) return;
    if (existsSync(join(this.path, 'postgres'))) await this.stopDatabase();
    const home = this.linkedHome();
    rmSync(this.path, { recursive: true, force: true, maxRetries: 5 });
    if (home !== null) rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  }

  /** A killed process leaves its server behind; whoever joins it and leaves as the last one stops it. */
  private async stopDatabase(): Promise<void> {
    const database = await openEmbeddedDatabase({ dataDir: this.path, log: () => undefined });
    try {
      if (await isInUse(database.url)) {
        throw new StartupProblem('The demo is running; stop it first (Ctrl-C where it was started).');
      }
    } finally {
      await database.release();
    }
  }

  /** Where the server's account cannot enter this folder, the database lies elsewhere, in a folder of its own. */
  private linkedHome(): string | null {
    try {
      return dirname(readlinkSync(join(this.path, 'postgres')));
    } catch {
      return null;
    }
  }
}

async function isInUse(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const others = await client.query(
      'SELECT FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = $1',
      ['client backend'],
    );
    return (others.rowCount ?? 0) > 0;
  } finally {
    await client.end();
  }
}
