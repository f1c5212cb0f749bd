import { parentPort, workerData } from 'node:worker_threads';
import { Random } from '../../demo/random.js';
import { DAY } from '../../platform/clock.js';
import { GivenTexts, ModelTexts } from '../texts/texts.js';
import { ChainedEntries, type EntryValues } from './chained-entries.js';
import { copyLine, type CopyValue } from './copy-text.js';
import { RowQueue } from './row-queue.js';
import { type Scene, TicketRows } from './ticket-rows.js';
import { TABLE_NAMES, type TableName } from './tables.js';

/** Makes the rows in a thread of its own, while the main thread talks to the database. */
export interface RowsRequest {
  readonly scene: Scene;
  /** Instead of those of the word model. */
  readonly texts: readonly string[] | null;
}

/** Lines of one table, or that there are no more. */
export type RowsMessage = { readonly table: TableName; readonly lines: string; readonly made: number } | 'end';

const YEARS = 3 * 365 * DAY;
const CHUNK_CHARACTERS = 1 << 18;
/** Chunks that may be on their way to the database. */
const AHEAD = 40;
const SEED = 20_261;

const port = parentPort;
if (!port) throw new Error('this file is run as a worker thread');
const { scene, texts } = workerData as RowsRequest;
let onTheWay = 0;
let made = 0;
let room: (() => void) | null = null;
const chunks = new Map<TableName, string[]>();
const sizes = new Map<TableName, number>();

port.on('message', () => {
  onTheWay -= 1;
  room?.();
});

function send(table: TableName): void {
  const lines = chunks.get(table)?.join('') ?? '';
  chunks.set(table, []);
  sizes.set(table, 0);
  if (lines === '') return;
  onTheWay += 1;
  port?.postMessage({ table, lines, made } satisfies RowsMessage);
}

const entries = new ChainedEntries();
const queues = new Map(
  TABLE_NAMES.map((table) => [
    table,
    new RowQueue<readonly CopyValue[]>((values) => {
      const line = copyLine(table === 'activity' ? entries.chain(values as EntryValues) : values);
      chunks.get(table)?.push(line);
      const size = (sizes.get(table) ?? 0) + line.length;
      sizes.set(table, size);
      if (size > CHUNK_CHARACTERS) send(table);
    }),
  ]),
);
for (const table of TABLE_NAMES) chunks.set(table, []);

const random = new Random(SEED);
const source = texts ? new GivenTexts(texts, Object.keys(scene.categories), random) : new ModelTexts(random);
const rows = new TicketRows(scene, source, random, (table, at, values) => queues.get(table)?.add(at, values));
for (let index = 0; index < scene.tickets; index += 1) {
  const created = Math.floor(scene.now - YEARS * (1 - (index + random.next()) / scene.tickets));
  for (const queue of queues.values()) queue.writeUntil(created);
  rows.make(index, created);
  made = index + 1;
  if (onTheWay >= AHEAD) await new Promise<void>((done) => (room = done));
}
for (const queue of queues.values()) queue.writeAll();
for (const table of TABLE_NAMES) send(table);
port.postMessage('end' satisfies RowsMessage);
port.close();
