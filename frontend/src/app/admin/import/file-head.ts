import { CsvReader } from '@deskhand/shared';

/** What the browser reads of a file before it is sent: enough to say which column is what. */
export interface FileHead {
  readonly columns: readonly string[];
  /** The first rows. */
  readonly samples: readonly (readonly string[])[];
  readonly isPacked: boolean;
}

/** Bytes, of a compressed file those that come out of it. */
const HEAD = 64 * 1024;
const SAMPLES = 3;
const GZIP = [0x1f, 0x8b];

/** Nothing where the file has no row that names columns. */
export async function readHead(file: Blob): Promise<FileHead | null> {
  const beginning = new Uint8Array(await file.slice(0, GZIP.length).arrayBuffer());
  const isPacked = GZIP.every((byte, at) => beginning[at] === byte);
  const head = file.slice(0, HEAD);
  const reader = new CsvReader();
  const rows = reader.read(isPacked ? await unpackedText(head) : await head.text());
  // A short file may lack the end of its last line; the rest of a long one is cut somewhere.
  if (rows.length <= SAMPLES && file.size <= HEAD) rows.push(...reader.end());
  const [header, ...samples] = rows;
  if (!header || header.fault) return null;
  const whole = samples.filter(({ fault }) => fault === undefined).slice(0, SAMPLES);
  return { columns: header.cells.map((name) => name.trim()), samples: whole.map(({ cells }) => cells), isPacked };
}

/** The piece ends in the middle of the compressed stream, which is no fault. */
async function unpackedText(head: Blob): Promise<string> {
  const reader = head.stream().pipeThrough(new DecompressionStream('gzip')).getReader();
  const decoder = new TextDecoder();
  let text = '';
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      text += decoder.decode(next.value, { stream: true });
      if (text.length > HEAD) break;
    }
    await reader.cancel();
  } catch {
    // What has come out so far is what there is to show.
  }
  return text;
}
