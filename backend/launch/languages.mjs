import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { LaunchProblem, main, ROOT, run } from './workspace.mjs';

/**
 * The texts of the client are marked where they stand, and their translations are in one file for each language: English
 * and translation of each message, side by side. This keeps the files in step with the code.
 *
 * @typedef {{ id: string, source: string, where: string }} Message
 * @typedef {Record<string, string | { source: string, where: string }>} Arb
 */

/** The client with its texts as they were marked, which the pseudo-language of the tests is made of, too. */
const UNTRANSLATED = join(ROOT, 'frontend/.angular/untranslated');
const LOCALES = join(ROOT, 'frontend/src/locale');

/** Builds the client without translating it; Nx answers from its cache where nothing changed. */
export async function buildUntranslated() {
  const nx = join(ROOT, 'node_modules/nx/dist/bin/nx.js');
  /** @type {string[]} */
  const output = [];
  const code = await run('node', [nx, 'run', 'frontend:untranslated', '--output-style=static'], {
    onLine: (line) => output.push(line),
  });
  if (code !== 0) throw new LaunchProblem(output.join('\n'));
}

/** @returns {Promise<Message[]>} in the order of the files that they stand in, each once */
async function messagesInTheCode() {
  const { MessageExtractor } = await import('@angular/localize/tools');
  const files = {
    readFile: (/** @type {string} */ path) => readFileSync(path, 'utf8'),
    readFileBuffer: (/** @type {string} */ path) => readFileSync(path),
    exists: (/** @type {string} */ path) => readdirSync(dirname(path)).includes(path.slice(dirname(path).length + 1)),
    dirname,
    relative,
    resolve,
  };
  const complain = (/** @type {string[]} */ ...words) => console.error(...words);
  const logger = { level: 2, debug: complain, info: complain, warn: complain, error: complain };
  const extractor = new MessageExtractor(/** @type {any} */ (files), logger, { basePath: UNTRANSLATED });
  const found = readdirSync(UNTRANSLATED)
    .filter((name) => name.endsWith('.js'))
    .flatMap((name) => extractor.extractMessages(name));
  const messages = found.map(({ id, text, location }) => ({ id, source: text, where: placeOf(location?.file) }));
  messages.sort((one, other) => compare(one.where, other.where) || compare(one.source, other.source));
  return messages.filter(({ id }, at) => messages.findIndex((other) => other.id === id) === at);
}

/** @param {string | undefined} file as the source map names it */
function placeOf(file) {
  return file ? relative(join(UNTRANSLATED, 'frontend/src/app'), resolve(UNTRANSLATED, file)) : '';
}

/**
 * @param {string} one
 * @param {string} other
 */
function compare(one, other) {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** @returns {string[]} the file of each language but English, which stands in the code */
function languageFiles() {
  return readdirSync(LOCALES)
    .filter((name) => name.endsWith('.arb'))
    .map((name) => join(LOCALES, name));
}

/**
 * @param {string} file
 * @returns {Arb}
 */
function read(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}

/**
 * The translations that a file has of these messages; what the code does not say any more falls out.
 *
 * @param {readonly Message[]} messages
 * @param {Arb} present
 * @returns {Arb}
 */
function inStep(messages, present) {
  /** @type {Arb} */
  const next = { '@@locale': present['@@locale'] ?? '' };
  for (const { id, source, where } of messages) {
    const translation = present[id];
    next[`@${id}`] = { source, where };
    if (translation !== undefined) next[id] = translation;
  }
  return next;
}

/**
 * A line for the English and one for the translation, so that a difference reads well.
 *
 * @param {Arb} arb
 */
function inLines(arb) {
  const lines = Object.entries(arb).map(([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)}`);
  return `{\n${lines.join(',\n')}\n}\n`;
}

/**
 * @param {readonly Message[]} messages
 * @param {string} file
 * @returns {string[]} a line for each message that is missing, and one for each that nothing says any more
 */
function faultsOf(messages, file) {
  const arb = read(file);
  const name = relative(ROOT, file);
  const ids = new Set(messages.map(({ id }) => id));
  const missing = messages.filter(({ id }) => arb[id] === undefined);
  const stale = Object.keys(arb).filter((key) => !key.startsWith('@') && !ids.has(key));
  return [
    ...missing.map(({ id, source, where }) => `${name}: ${id} is missing (${where}): ${source}`),
    ...stale.map((id) => `${name}: ${id} is in no code any more: ${String(arb[id])}`),
  ];
}

/** Puts every message of the code into the file of each language, the new ones without a translation. */
export async function generateLanguages() {
  await buildUntranslated();
  const messages = await messagesInTheCode();
  for (const file of languageFiles()) {
    writeFileSync(file, inLines(inStep(messages, read(file))));
    for (const fault of faultsOf(messages, file)) console.warn(fault);
  }
}

/** Fails unless each language has every message of the code and no other. */
async function checkLanguages() {
  await buildUntranslated();
  const messages = await messagesInTheCode();
  const faults = languageFiles().flatMap((file) => faultsOf(messages, file));
  if (faults.length === 0) return;
  throw new LaunchProblem(
    `${faults.join('\n')}\n${faults.length} texts to see to: "npm run generate" brings the files in step, then translate what is missing.`,
  );
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await main(() => (process.argv.includes('--check') ? checkLanguages() : generateLanguages()));
}
