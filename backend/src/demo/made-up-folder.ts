import { existsSync, mkdirSync, readdirSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { openEmbeddedDatabase } from '../platform/database/embedded/embedded-database.js';
import { StartupProblem } from '../platform/startup-problem.js';

const COMPLETE = 'complete';

/**
 * A data folder that is filled with made-up things. Only one that was made here is ever thrown away, known by the file that
 * lies in it.
 */
export class MadeUpFolder {
  private readonly marker: string;

  /** @param name whose it is, in file names and sentences */
  constructor(
    readonly path: string,
    private readonly name: 'demo' | 'bench',
  ) {
    this.marker = join(path, `this-is-the-${name}`);
  }

  /** Whether everything was filled in; a filling that was broken off must begin again. */
  get isComplete(): boolean {
    return existsSync(join(this.path, COMPLETE));
  }

  /** What was noted down when it was complete. */
  get note(): string {
    return readFileSync(join(this.path, COMPLETE), 'utf8');
  }

  /** @throws StartupProblem for a folder with anything else in it, which stays as it is */
  checkOurs(): void {
    if (!existsSync(this.path) || existsSync(this.marker) || readdirSync(this.path).length === 0) return;
    throw new StartupProblem(`The folder ${this.path} holds something else than the ${this.name}; move it away first.`);
  }

  begin(): void {
    mkdirSync(this.path, { recursive: true });
    writeFileSync(this.marker, 'Everything in this folder is made up and may be thrown away.\n');
  }

  complete(note = ''): void {
    writeFileSync(join(this.path, COMPLETE), note);
  }

  /** @throws StartupProblem while something is running on it */
  async throwAway(): Promise<void> {
    if (!existsSync(this.marker)) return;
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
        throw new StartupProblem(`The ${this.name} is running; stop it first (Ctrl-C where it was started).`);
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
