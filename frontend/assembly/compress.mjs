import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { dirname, extname, join, relative } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** Pictures and fonts are compressed by their own formats. */
const TEXTS = new Set(['.css', '.html', '.js', '.json', '.svg', '.txt']);

/** gzip for whoever comes without TLS: browsers take brotli over TLS and on their own machine only. */
const ENCODINGS = [
  {
    ending: '.br',
    encode: (/** @type {Buffer} */ text) =>
      promisify(brotliCompress)(text, {
        params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: text.length },
      }),
  },
  { ending: '.gz', encode: (/** @type {Buffer} */ text) => promisify(gzip)(text, { level: 9 }) },
];

/**
 * Compresses the client as well as it can be, once and not at every request. The API process serves what comes of it:
 * `encoded/main-….js.br` for `browser/main-….js`.
 *
 * @param {string} from
 * @param {string} to
 */
export async function compress(from, to) {
  const entries = await readdir(from, { recursive: true, withFileTypes: true });
  const texts = entries
    .filter((entry) => entry.isFile() && TEXTS.has(extname(entry.name)))
    .map((entry) => join(entry.parentPath, entry.name));
  const worker = async () => {
    for (let file = texts.pop(); file; file = texts.pop()) await compressFile(file, join(to, relative(from, file)));
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
}

/**
 * @param {string} file
 * @param {string} target without the ending of the encoding
 */
async function compressFile(file, target) {
  const text = await readFile(file);
  await mkdir(dirname(target), { recursive: true });
  for (const { ending, encode } of ENCODINGS) {
    const encoded = await encode(text);
    if (encoded.length < text.length) await writeFile(`${target}${ending}`, encoded);
  }
}
