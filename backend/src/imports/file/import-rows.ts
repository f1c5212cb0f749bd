import { isUtf8 } from 'node:buffer';
import { CsvReader, type CsvRecord, IMPORT_LIMITS, rearmed } from '@deskhand/shared';
import { Problem } from '../../platform/problems.js';
import { textBytes } from './import-bytes.js';

/** One row of a file, or what is wrong with it as a row. */
export interface FileRow {
  /** The line that it begins on. */
  readonly line: number;
  /** As they stand in the file; the whole line where it could not be read as a row. */
  readonly cells: readonly string[];
  /** Why it is no row. */
  readonly fault: string | null;
}

const FAULTS = {
  quote: 'A quote is not closed as it should be. Write "" for a quote within quotes.',
  length: 'The line is too long.',
  encoding: 'The line is not in UTF-8. Save the file as "CSV UTF-8".',
} as const;

/** The rows of a file; the first one holds the names of the columns. @throws Problem where the file is none */
export async function* readRows(file: AsyncIterable<Buffer>): AsyncGenerator<FileRow> {
  const reader = new CsvReader();
  let count = 0;
  // One sign for each byte: separators and quotes are the same in UTF-8, and cells are decoded for themselves.
  for await (const chunk of textBytes(file)) {
    for (const record of reader.read(chunk.toString('latin1'))) yield rowOf(record, count++);
  }
  for (const record of reader.end()) yield rowOf(record, count++);
}

function rowOf({ line, cells, fault }: CsvRecord, count: number): FileRow {
  if (count > IMPORT_LIMITS.rows) {
    throw new Problem(
      'too_large',
      `A file of at most ${IMPORT_LIMITS.rows} rows is taken. The rows before line ${line} are imported: split the file and send the rest.`,
    );
  }
  const texts = cells.map(decoded);
  const isDecoded = texts.every((text) => text !== null);
  if (fault) return { line, cells: isDecoded ? texts : [...cells], fault: FAULTS[fault] };
  return isDecoded ? { line, cells: texts, fault: null } : { line, cells: [...cells], fault: FAULTS.encoding };
}

function decoded(cell: string): string | null {
  // eslint would have a name for every sign; this asks whether there is anything but ASCII.
  if (!/[\u0080-\u00ff]/.test(cell)) return cell;
  const bytes = Buffer.from(cell, 'latin1');
  return isUtf8(bytes) ? bytes.toString('utf8') : null;
}

/** The text of a cell, without what was added so that no spreadsheet calculates it. */
export function textOf(cell: string): string {
  return rearmed(cell).trim();
}
