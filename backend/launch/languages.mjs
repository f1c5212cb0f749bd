import { execFile } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
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
/** Of all messages together. */
const MOST_BYTES = 64 * 1024 * 1024;

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
  const program = join(ROOT, 'frontend/assembly/messages.mjs');
  const { stdout } = await promisify(execFile)('node', [program, UNTRANSLATED], { maxBuffer: MOST_BYTES });
  return JSON.parse(stdout);
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
