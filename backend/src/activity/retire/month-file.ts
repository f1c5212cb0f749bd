import { createWriteStream, existsSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { StartupProblem } from '../../platform/startup-problem.js';
import type { StoredEntry } from '../verify/stored-entry.js';

/**
 * Writes entries as lines of JSON, compressed. The payload comes last and as the database writes it, so that its hash can be
 * computed from the line. The file has its name once it is whole and on the disk.
 *
 * @param month such as `2025-01`
 * @returns its path
 * @throws StartupProblem where there is one already
 */
export async function writeMonth(
  folder: string,
  month: string,
  entries: AsyncIterable<readonly StoredEntry[]>,
): Promise<string> {
  const file = join(folder, `activity-${month}.jsonl.gz`);
  if (existsSync(file)) {
    throw new StartupProblem(`${file} is there already, though ${month} is still in the database; move it away first.`);
  }
  const part = `${file}.part`;
  await pipeline(Readable.from(linesOf(entries)), createGzip(), createWriteStream(part, { flush: true }));
  await rename(part, file);
  return file;
}

async function* linesOf(entries: AsyncIterable<readonly StoredEntry[]>): AsyncGenerator<string> {
  for await (const rows of entries) yield rows.map(lineOf).join('');
}

function lineOf({ payload, ...entry }: StoredEntry): string {
  return `${JSON.stringify(entry).slice(0, -1)},"payload":${payload}}\n`;
}
