import { createReadStream } from 'node:fs';
import { CsvReader } from '@deskhand/shared';
import { textBytes } from '../../imports/file/import-bytes.js';
import { StartupProblem } from '../../platform/startup-problem.js';

/** Of characters that a ticket cannot hold. */
const UNSTORABLE = /[^\P{Cc}\n\t]|\p{Cs}/gu;

/**
 * One column of a CSV file, packed or not.
 *
 * @throws StartupProblem where there is no such column, or nothing in it
 */
export async function readTexts(file: string, column: string): Promise<string[]> {
  const reader = new CsvReader();
  const decoder = new TextDecoder();
  const rows: (readonly string[])[] = [];
  for await (const bytes of textBytes(createReadStream(file))) {
    for (const { cells } of reader.read(decoder.decode(bytes, { stream: true }))) rows.push(cells);
  }
  for (const { cells } of reader.end()) rows.push(cells);
  const [header = [], ...records] = rows;
  const at = header.findIndex((name) => name.trim() === column);
  if (at < 0) throw new StartupProblem(`${file} has no column ${column}; it has ${header.join(', ')}.`);
  const texts = records.map((cells) => (cells[at] ?? '').replace(UNSTORABLE, '').trim()).filter((text) => text !== '');
  if (texts.length === 0) throw new StartupProblem(`The column ${column} of ${file} is empty.`);
  return texts;
}
