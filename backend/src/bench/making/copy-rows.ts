import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import { Worker } from 'node:worker_threads';
import { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { RowsMessage, RowsRequest } from './rows.worker.js';
import { TABLE_NAMES, TABLES, type TableName } from './tables.js';

type Sink = (lines: string) => Promise<void>;

interface Following {
  readonly onProgress: (made: number) => void;
  readonly stopping: AbortSignal;
}

/** Has the rows made in a thread and copies them in, each table over a connection of its own. */
export async function copyRows(url: string, request: RowsRequest, { onProgress, stopping }: Following): Promise<void> {
  const sinks = new Map<TableName, TableSink>();
  for (const table of TABLE_NAMES) sinks.set(table, await TableSink.open(url, table));
  const worker = new Worker(new URL('./rows.worker.js', import.meta.url), { workerData: request });
  const writing = new Map<TableName, Promise<void>>();
  const ended = new Promise<void>((done, failed) => {
    worker.on('error', failed);
    stopping.addEventListener('abort', () => {
      failed(stopping.reason as Error);
    });
    worker.on('message', (message: RowsMessage) => {
      if (message === 'end') {
        done();
        return;
      }
      const { table, lines, made } = message;
      const before = writing.get(table) ?? Promise.resolve();
      const written = before.then(async () => {
        await sinks.get(table)?.write(lines);
        worker.postMessage('written');
        onProgress(made);
      });
      written.catch(failed);
      writing.set(table, written);
    });
  });
  try {
    await ended;
    await Promise.all(writing.values());
    await Promise.all([...sinks.values()].map((sink) => sink.end()));
  } finally {
    await worker.terminate();
    await Promise.all([...sinks.values()].map((sink) => sink.close()));
  }
}

class TableSink {
  private constructor(
    private readonly client: Client,
    private readonly stream: ReturnType<typeof copyFrom>,
  ) {}

  static async open(url: string, table: TableName): Promise<TableSink> {
    const client = new Client({ connectionString: url });
    await client.connect();
    await client.query('SET synchronous_commit = off');
    const stream = client.query(copyFrom(`COPY ${table} (${TABLES[table].join(', ')}) FROM STDIN`));
    return new TableSink(client, stream);
  }

  readonly write: Sink = async (lines) => {
    if (!this.stream.write(lines)) await once(this.stream, 'drain');
  };

  async end(): Promise<void> {
    this.stream.end();
    await finished(this.stream);
  }

  async close(): Promise<void> {
    await this.client.end();
  }
}
