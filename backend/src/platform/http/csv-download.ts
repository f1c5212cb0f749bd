import { once } from 'node:events';
import type { Writable } from 'node:stream';
import type { Response } from 'express';
import type { Page } from '../database/read-page.js';

/** Excel takes a file without it for one of the machine's own script. */
const BYTE_ORDER_MARK = '\ufeff';

/** A list that is read page by page. */
export interface PagedRows<Row> {
  readonly first: Page<Row>;
  readonly read: (cursor: string) => Promise<Page<Row>>;
  readonly line: (row: Row) => string;
}

/** The pieces of a CSV file: its header, then a page of lines at a time. */
export async function* csvOfPages<Row>(header: string, { first, read, line }: PagedRows<Row>): AsyncGenerator<string> {
  yield `${BYTE_ORDER_MARK}${header}`;
  for (let page = first; ; page = await read(page.nextCursor)) {
    yield page.items.map(line).join('');
    if (page.nextCursor === null) return;
  }
}

/** Sends a CSV file as it is made. Once it has begun, an error cuts the connection: half a file must not look like a whole one. */
export async function sendCsv(
  pieces: AsyncIterable<string>,
  { name, day }: { readonly name: string; readonly day: Date },
  response: Response,
): Promise<void> {
  response.setHeader('Content-Type', 'text/csv; charset=utf-8');
  const fileName = `${name}-${day.toISOString().slice(0, 10)}.csv`;
  response.setHeader('Content-Disposition', `attachment; filename="${fileName}"`);
  await writeAll(pieces, response);
}

/** As fast as the reader takes it; ends when he goes. */
async function writeAll(texts: AsyncIterable<string>, to: Writable): Promise<void> {
  const gone = new AbortController();
  to.once('close', () => {
    gone.abort();
  });
  for await (const text of texts) {
    if (gone.signal.aborted) return;
    if (!to.write(text)) await once(to, 'drain', { signal: gone.signal }).catch(() => undefined);
  }
  to.end();
}
