import { fileTypeFromBuffer } from 'file-type';
import { imageSize } from 'image-size';

export interface Kind {
  /** Media type. */
  readonly type: string;
  /** Pixels as it is shown, of images that browsers show. */
  readonly width: number | null;
  readonly height: number | null;
}

/** Bytes from the beginning of a file by which it is recognised. Photographs have thumbnails and notes before their size. */
export const HEAD_BYTES = 256 * 1024;

/** Images that every browser shows and in which nothing runs; all else is only ever downloaded. */
export const SAFE_IMAGES: ReadonlySet<string> = new Set([
  'image/png',
  'image/jpeg',
  'image/gif',
  'image/webp',
  'image/avif',
]);

const UNKNOWN = 'application/octet-stream';
const NO_SIZE = { width: null, height: null };
/** No picture has more, and the numbers are kept as integers. */
const MOST_PIXELS = 1_000_000;
/** In these orientations of a photograph (EXIF) its sides change places. */
const ON_ITS_SIDE = 5;

/** What a file is, decided by its content alone. */
export async function recognise(head: Uint8Array): Promise<Kind> {
  const type = (await signatureOf(head)) ?? (isText(head) ? 'text/plain' : UNKNOWN);
  return { type, ...(SAFE_IMAGES.has(type) ? sizeOf(head) : NO_SIZE) };
}

/** The beginning of a file may break off where its format does not expect that. */
async function signatureOf(head: Uint8Array): Promise<string | undefined> {
  try {
    return (await fileTypeFromBuffer(head))?.mime;
  } catch {
    return undefined;
  }
}

function sizeOf(head: Uint8Array): Pick<Kind, 'width' | 'height'> {
  try {
    const { width, height, orientation = 1 } = imageSize(head);
    const isSize = [width, height].every((side) => Number.isInteger(side) && side > 0 && side <= MOST_PIXELS);
    if (!isSize) return NO_SIZE;
    return orientation < ON_ITS_SIDE ? { width, height } : { width: height, height: width };
  } catch {
    return NO_SIZE;
  }
}

function isText(head: Uint8Array): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
    return text !== '' && !/[^\P{Cc}\t\n\v\f\r]/u.test(text);
  } catch {
    return false;
  }
}
