import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { IMPORT_LIMITS } from '@deskhand/shared';
import { Problem } from '../../platform/problems.js';

const MEGABYTE = 1024 * 1024;
/** Of what comes out of a compressed file, so that a small file cannot keep the importer busy for days. */
const UNPACKED_LIMIT = 10 * IMPORT_LIMITS.megabytes * MEGABYTE;

const GZIP = Buffer.from([0x1f, 0x8b]);
const ZIP = Buffer.from('PK');
const UTF8_MARK = Buffer.from([0xef, 0xbb, 0xbf]);
const UTF16_MARKS = [Buffer.from([0xff, 0xfe]), Buffer.from([0xfe, 0xff])];
const LONGEST_MARK = 3;

/** The text of a file as bytes in UTF-8, unpacked where it is compressed, without a byte order mark. @throws Problem */
export async function* textBytes(file: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const packed = beginningWhole(limited(file, IMPORT_LIMITS.megabytes * MEGABYTE));
  const first = await packed.next();
  if (first.done) return;
  const whole = rejoined(first.value, packed);
  yield* withoutMark(beginsWith(first.value, GZIP) ? limited(unpacked(whole), UNPACKED_LIMIT) : whole);
}

async function* withoutMark(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let isFirst = true;
  for await (const chunk of beginningWhole(bytes)) {
    if (isFirst) refuseForeign(chunk);
    yield isFirst && beginsWith(chunk, UTF8_MARK) ? chunk.subarray(UTF8_MARK.length) : chunk;
    isFirst = false;
  }
}

function refuseForeign(chunk: Buffer): void {
  if (beginsWith(chunk, ZIP)) {
    throw new Problem('malformed_request', 'This is no text. Save the spreadsheet as "CSV UTF-8" and send that file.');
  }
  if (UTF16_MARKS.some((mark) => beginsWith(chunk, mark))) {
    throw new Problem('malformed_request', 'This file is in UTF-16. Save it as "CSV UTF-8" and send that file.');
  }
}

/** The first piece is long enough to be recognised, however the file was cut. */
async function* beginningWhole(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let beginning: Buffer | null = Buffer.alloc(0);
  for await (const chunk of bytes) {
    if (!beginning) {
      yield chunk;
      continue;
    }
    beginning = Buffer.concat([beginning, chunk]);
    if (beginning.length < LONGEST_MARK) continue;
    yield beginning;
    beginning = null;
  }
  if (beginning?.length) yield beginning;
}

async function* rejoined(first: Buffer, rest: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  yield first;
  yield* rest;
}

async function* limited(bytes: AsyncIterable<Buffer>, limit: number): AsyncGenerator<Buffer> {
  let size = 0;
  for await (const chunk of bytes) {
    size += chunk.length;
    if (size > limit) {
      throw new Problem(
        'too_large',
        `A file of at most ${limit / MEGABYTE} MB is taken. What came before is imported: split the file and send the rest.`,
      );
    }
    yield chunk;
  }
}

async function* unpacked(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const gunzip = createGunzip();
  // What goes wrong on the way in comes out of the other end as an error.
  pipeline(Readable.from(bytes), gunzip, () => undefined);
  try {
    for await (const chunk of gunzip) yield chunk as Buffer;
  } catch (error) {
    if (!isZlibError(error)) throw error;
    throw new Problem('malformed_request', 'The compressed file is damaged. What came before the damage is imported.');
  }
}

function isZlibError(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && String(error.code).startsWith('Z_');
}

function beginsWith(bytes: Buffer, mark: Buffer): boolean {
  return bytes.subarray(0, mark.length).equals(mark);
}
