import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { dirname, extname, join, relative } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/**
 * Compresses the built client as well as it can be, once and not at every request. The API process serves what comes of
 * it: `encoded/main-….js.br` for `browser/main-….js`.
 */
const FROM = join(import.meta.dirname, 'dist/browser');
const TO = join(import.meta.dirname, 'dist/encoded');

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

async function compressNext(/** @type {string[]} */ files) {
  for (let file = files.shift(); file; file = files.shift()) {
    const text = await readFile(file);
    const target = join(TO, relative(FROM, file));
    await mkdir(dirname(target), { recursive: true });
    for (const { ending, encode } of ENCODINGS) {
      const encoded = await encode(text);
      if (encoded.length < text.length) await writeFile(`${target}${ending}`, encoded);
    }
  }
}

await rm(TO, { recursive: true, force: true });
const entries = await readdir(FROM, { recursive: true, withFileTypes: true });
const texts = entries
  .filter((entry) => entry.isFile() && TEXTS.has(extname(entry.name)))
  .map((entry) => join(entry.parentPath, entry.name));
await Promise.all(Array.from({ length: availableParallelism() }, () => compressNext(texts)));
