import { gzipSync } from 'node:zlib';
import { CsvReader } from '@deskhand/shared';
import type { components } from '@deskhand/shared/api';
import type { Answer } from '../app/api.js';
import type { Somebody } from '../app/builders.js';

export type Report = components['schemas']['ImportReportDto'];

/** Sends a file as that person. */
export function sent<T = Report>(
  by: Pick<Somebody, 'api'>,
  file: string | Buffer,
  query: Readonly<Record<string, string>> = {},
): Promise<Answer<T>> {
  const type = Buffer.isBuffer(file) && file[0] === 0x1f ? 'application/gzip' : 'text/csv';
  const parameters = new URLSearchParams(query).toString();
  return by.api.call('POST', `/imports?${parameters}`, { raw: file, headers: { 'content-type': type } });
}

/** The same, which must be taken. */
export async function imported(
  by: Pick<Somebody, 'api'>,
  file: string | Buffer,
  query: Readonly<Record<string, string>> = {},
): Promise<Report> {
  const { status, body, text } = await sent(by, file, query);
  if (status !== 200) throw new Error(`could not import: ${text}`);
  return body;
}

/** Rows of a file with these columns. */
export function csv(columns: string, ...rows: readonly string[]): string {
  return [columns, ...rows, ''].join('\n');
}

/** Requests of a large company, one a line, each with its own text; every hundredth twice. */
export function manyRequests(count: number): Buffer {
  const words = [
    'printer',
    'password',
    'screen',
    'mailbox',
    'laptop',
    'network',
    'licence',
    'projector',
    'door',
    'phone',
  ];
  const topics = ['Hardware', 'Access', 'Storage', 'Purchase'];
  const rows = Array.from({ length: count }, (_, at) => {
    const which = at % 100 === 99 ? at - 1 : at;
    const text = Array.from({ length: 25 }, (_, word) => words[(which * 7 + word * word) % words.length]).join(' ');
    return `"please help, ${text} request ${which}",${topics[which % topics.length]}`;
  });
  return gzipSync(csv('Text,Topic', ...rows));
}

export type Row = Readonly<Record<string, string>>;

/** The rows of an export by the names of their columns. */
export function rowsOf(text: string): Row[] {
  const reader = new CsvReader();
  const [header, ...rows] = [...reader.read(text.replace(/^\ufeff/, '')), ...reader.end()];
  return rows.map(({ cells }) => Object.fromEntries(header!.cells.map((name, at) => [name, cells[at]!])));
}
