import { Client } from 'pg';
import { ProgressLine } from '../../demo/progress-line.js';
import { Clock, DAY, SECOND } from '../../platform/clock.js';
import { createDataSource } from '../../platform/database/data-source.js';
import { rebuildRollups } from '../../reports/rollups/roll-up.js';
import { copyRows } from './copy-rows.js';
import { fillDerived } from './derived-rows.js';
import { makePeople } from './people.js';
import { describeSchema, dropParts, readParts, restoreParts, type SchemaPart, switchTriggers } from './schema-parts.js';
import type { RowsRequest } from './rows.worker.js';
import { TABLE_NAMES } from './tables.js';
import { FIRST_NUMBER } from './ticket-rows.js';
import { makeMonths, setHead } from './trail.js';

const YEARS_DAYS = 3 * 365 + 1;

/** Fills an empty, migrated database. Gives the seconds of each part. */
export async function fillInstallation(
  url: string,
  tickets: number,
  texts: readonly string[] | null,
  stopping: AbortSignal,
): Promise<Record<string, number>> {
  const [client, second] = [new Client({ connectionString: url }), new Client({ connectionString: url })];
  await Promise.all([client.connect(), second.connect()]);
  const parts = new Stopwatch(stopping);
  try {
    // A making lasts longer than any statement of the app may.
    for (const each of [client, second]) await each.query('SET statement_timeout = 0');
    const clock = new Clock();
    const began = clock.in(-YEARS_DAYS * DAY);
    await makeMonths(client, began, clock.now());
    const before = await describeSchema(client);
    const dropped = await readParts(client);
    await dropParts(client, dropped);
    await switchTriggers(client, 'DISABLE');
    const people = await makePeople(client, began);
    parts.done('people');
    const scene = { tickets, now: clock.now().getTime(), people, categories: await categoriesByName(client) };
    await makeRows(url, { scene, texts }, stopping);
    parts.done('rows');
    await setHead(client);
    await client.query(`ALTER TABLE tickets ALTER number RESTART WITH ${FIRST_NUMBER + tickets}`);
    await client.query(`ANALYZE ${TABLE_NAMES.join(', ')}`);
    parts.done('statistics');
    await completeTables([client, second], dropped, (part) => parts.done(part));
    await switchTriggers(client, 'ENABLE');
    await rollUpReports(url);
    parts.done('reports');
    await client.query('VACUUM (ANALYZE)');
    parts.done('vacuum');
    if ((await describeSchema(client)) !== before) throw new Error('the schema is not what the migrations made');
    await client.query('CHECKPOINT').catch(() => undefined);
    return parts.seconds;
  } finally {
    await Promise.all([client.end(), second.end()]);
  }
}

async function makeRows(url: string, request: RowsRequest, stopping: AbortSignal): Promise<void> {
  const { tickets } = request.scene;
  const progress = new ProgressLine(`Making ${tickets} tickets`);
  await copyRows(url, request, { onProgress: (made) => progress.show(made, tickets), stopping });
  progress.end();
}

/** The indexes of what was copied go first: the statements that fill the other tables read by them. */
async function completeTables(
  clients: readonly Client[],
  dropped: readonly SchemaPart[],
  onDone: (part: string) => void,
): Promise<void> {
  const isOfRows = ({ kind, table }: SchemaPart): boolean =>
    kind === 'index' && TABLE_NAMES.some((name) => name === table);
  await restoreParts(clients, dropped.filter(isOfRows));
  onDone('indexes');
  await fillDerived(clients, onDone);
  await restoreParts(
    clients,
    dropped.filter((part) => !isOfRows(part)),
  );
  onDone('other indexes and keys');
}

/** Their triggers did not see what was copied. */
async function rollUpReports(url: string): Promise<void> {
  const dataSource = await createDataSource(url, []).initialize();
  try {
    await rebuildRollups(dataSource);
  } finally {
    await dataSource.destroy();
  }
}

async function categoriesByName(client: Client): Promise<Record<string, string>> {
  const { rows } = await client.query<{ name: string; id: string }>('SELECT name, id FROM categories');
  return Object.fromEntries(rows.map(({ name, id }) => [name, id]));
}

/** Tells how long each part took, and keeps it. */
class Stopwatch {
  readonly seconds: Record<string, number> = {};
  private begun = performance.now();

  constructor(private readonly stopping: AbortSignal) {}

  /** Goes no further where somebody asked to stop meanwhile. */
  done(part: string): void {
    this.stopping.throwIfAborted();
    this.seconds[part] = Math.round((performance.now() - this.begun) / (SECOND / 10)) / 10;
    this.begun = performance.now();
    console.log(`  ${part}: ${this.seconds[part]} s`);
  }
}
