import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { MessageExtractor } from '@angular/localize/tools';

/**
 * Prints the texts that are marked for translation in a client that was built without translating it, as JSON: `id`,
 * `source` and `where` it stands; in the order of the files, each once.
 */
const [, , built = ''] = process.argv;

const files = {
  readFile: (/** @type {string} */ path) => readFileSync(path, 'utf8'),
  readFileBuffer: (/** @type {string} */ path) => readFileSync(path),
  exists: (/** @type {string} */ path) => readdirSync(dirname(path)).includes(basename(path)),
  dirname,
  relative,
  resolve,
};
const complain = (/** @type {string[]} */ ...words) => console.error(...words);
const logger = { level: 2, debug: complain, info: complain, warn: complain, error: complain };

/** @param {string | undefined} file as the source map names it */
function placeOf(file) {
  return file ? relative(join(built, 'frontend/src/app'), resolve(built, file)) : '';
}

/**
 * @param {string} one
 * @param {string} other
 */
function compare(one, other) {
  return one < other ? -1 : one > other ? 1 : 0;
}

const extractor = new MessageExtractor(/** @type {any} */ (files), logger, { basePath: built });
const messages = readdirSync(built)
  .filter((name) => name.endsWith('.js'))
  .flatMap((name) => extractor.extractMessages(name))
  .map(({ id, text, location }) => ({ id, source: text, where: placeOf(location?.file) }))
  .sort((one, other) => compare(one.where, other.where) || compare(one.source, other.source));
const ids = messages.map(({ id }) => id);
console.log(JSON.stringify(messages.filter(({ id }, at) => ids.indexOf(id) === at)));
