import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { rolldown } from 'rolldown';
import { lateErrors } from './late-errors.mjs';
import { withOwnHelpers, withoutFacades } from './needless-scripts.mjs';

/**
 * Pages that are met first or most often, in the order in which people come to them, by the selectors of their components.
 * All that a page needs beyond the pages before it becomes one file: the builder makes a file for each set of pages that
 * share something, thirty for the first page alone, and each costs a round trip and a kilobyte of headers.
 */
const STAGES = [
  // Apart from Angular, which comes first: so each is evaluated in a turn of its own.
  { name: 'front', components: ['dh-root', 'dh-public-frame', 'dh-landing'] },
  // What these two share: signing in needs no frame, and the own tickets no form.
  { name: 'both', components: ['dh-auth-frame', 'dh-sign-in'], sharedWith: ['dh-shell', 'dh-my-tickets'] },
  { name: 'ways-in', components: ['dh-auth-frame', 'dh-sign-in'] },
  { name: 'mine', components: ['dh-shell', 'dh-my-tickets'] },
  { name: 'filing', components: ['dh-new-ticket'] },
  { name: 'details', components: ['dh-ticket-details', 'dh-attachment-picker'] },
  { name: 'work', components: ['dh-ticket-page'], sharedWith: ['dh-queue'] },
  { name: 'ticket', components: ['dh-ticket-page'] },
  { name: 'queue', components: ['dh-queue'] },
];

/** Pages that the server tells browsers what to fetch ahead for, with the components that they are made of within the root's. */
const PAGES = {
  front: ['dh-public-frame', 'dh-landing'],
  'ways-in': ['dh-auth-frame', 'dh-sign-in'],
  mine: ['dh-shell', 'dh-my-tickets'],
  filing: ['dh-shell', 'dh-new-ticket'],
  ticket: ['dh-shell', 'dh-ticket-page'],
  queue: ['dh-shell', 'dh-queue'],
};

/**
 * A browser that knows it compiles all of a script while it comes, beside the page, instead of each function when it is
 * called, with the page waiting: a quarter of the time in which a slow phone does not answer.
 */
const COMPILED_AT_ONCE = '//# allFunctionsCalledOnLoad';

const IMPORT = /(?:\bfrom|\bimport)\s*["'`]\.\/([^"'`]+)["'`]/g;
const MAIN = /<script src="(main-[\w-]+\.js)" type="module"><\/script>/;
const PRELOADS = /<link rel="modulepreload" href="[^"]+">/g;

/**
 * Everything that a script needs before it runs.
 *
 * @param {readonly string[]} roots
 * @param {ReadonlyMap<string, string>} scripts
 */
function closureOf(roots, scripts) {
  /** @type {Set<string>} */
  const found = new Set();
  const waiting = [...roots];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    const text = scripts.get(file);
    if (text === undefined || found.has(file)) continue;
    found.add(file);
    for (const [, imported = ''] of text.matchAll(IMPORT)) waiting.push(imported);
  }
  return found;
}

/**
 * @param {string} selector
 * @param {ReadonlyMap<string, string>} scripts
 */
function fileOf(selector, scripts) {
  const definition = new RegExp(`selectors:\\[\\[["'\`]${selector}["'\`]`);
  const file = [...scripts].find(([, text]) => definition.test(text))?.[0];
  if (file === undefined) throw new Error(`No script defines <${selector}>: correct the stages in gather.mjs.`);
  return file;
}

/**
 * @param {readonly string[]} components
 * @param {ReadonlyMap<string, string>} scripts
 */
function neededFor(components, scripts) {
  const roots = components.map((selector) => fileOf(selector, scripts));
  return closureOf(roots, scripts);
}

/**
 * Each script that belongs to a stage, by its name, with the stage's number.
 *
 * @param {string} main
 * @param {ReadonlyMap<string, string>} scripts
 */
function stagesOf(main, scripts) {
  /** @type {Map<string, number>} */
  const stages = new Map([...closureOf([main], scripts)].map((file) => [file, -1]));
  STAGES.forEach(({ components, sharedWith = components }, stage) => {
    const others = neededFor(sharedWith, scripts);
    for (const file of neededFor(components, scripts))
      if (others.has(file) && !stages.has(file)) stages.set(file, stage);
  });
  return stages;
}

/**
 * @param {string} folder
 * @param {string} main
 * @param {ReadonlyMap<string, string>} scripts
 */
async function bundle(folder, main, scripts) {
  const stages = stagesOf(main, scripts);
  const inStage = (/** @type {number} */ stage) => (/** @type {string} */ id) => stages.get(basename(id)) === stage;
  const groups = [{ name: 'start' }, ...STAGES].map(({ name }, nth) => ({
    ...{ name, priority: STAGES.length + 1 - nth, test: inStage(nth - 1) },
  }));
  const input = join(folder, main);
  // Nobody imports from the main script of the page but what is gathered here.
  const errors = lateErrors();
  const build = await rolldown({ input, logLevel: 'warn', preserveEntrySignatures: false, plugins: [errors] });
  const { output } = await build.generate({
    minify: true,
    entryFileNames: 'main-[hash].js',
    chunkFileNames: 'chunk-[hash].js',
    codeSplitting: { groups },
  });
  await build.close();
  if (errors.made() !== 2) throw new Error(`Angular makes ${errors.made()} of two errors: correct late-errors.mjs.`);
  return withOwnHelpers(output.filter((file) => file.type === 'chunk'));
}

/**
 * What each of the pages needs beside the script that it begins with.
 *
 * @param {ReadonlyMap<string, string>} scripts
 * @param {string} start
 * @returns {Record<string, string[]>}
 */
function neededBy(scripts, start) {
  const begun = closureOf([start], scripts);
  return Object.fromEntries(
    Object.entries(PAGES).map(([page, components]) => [
      page,
      [...neededFor(['dh-root', ...components], scripts)].filter((file) => !begun.has(file)),
    ]),
  );
}

/**
 * Writes the client of one language anew with fewer scripts; everything else is as the builder made it.
 *
 * @param {string} from with the client's index.html
 * @param {string} to
 * @returns what may be fetched ahead for each of the pages
 */
export async function gather(from, to) {
  const page = await readFile(join(from, 'index.html'), 'utf8');
  const main = MAIN.exec(page)?.[1];
  if (main === undefined) throw new Error(`${from}/index.html names no main script.`);
  const names = (await readdir(from)).filter((name) => /^(main|chunk)-.+\.js$/.test(name));
  const texts = await Promise.all(names.map((name) => readFile(join(from, name), 'utf8')));
  const made = await bundle(from, main, new Map(names.map((name, nth) => [name, texts[nth] ?? ''])));
  const entry = made.find(({ isEntry }) => isEntry);
  if (!entry) throw new Error('The bundler made no main script.');

  await mkdir(to, { recursive: true });
  await cp(from, to, { recursive: true, filter: (file) => !names.includes(basename(file)) });
  const scripts = withoutFacades(made);
  const start = startOf(entry);
  const needed = neededBy(scripts, start);
  const met = new Set([start, ...Object.values(needed).flat()]);
  for (const [name, text] of scripts) {
    await writeFile(join(to, name), met.has(name) ? `${COMPILED_AT_ONCE}\n${text}` : text);
  }
  if (start !== entry.fileName) await rm(join(to, entry.fileName));
  const script = `<script src="${start}" type="module" fetchpriority="low"></script>`;
  await writeFile(join(to, 'index.html'), page.replaceAll(PRELOADS, '').replace(MAIN, script));
  return needed;
}

/**
 * What the page begins with: the main script, or what is behind it if it does nothing itself.
 *
 * @param {import('rolldown').OutputChunk} entry
 */
function startOf({ fileName, code }) {
  return /^import"\.\/([^"]+)";?\s*$/.exec(code)?.[1] ?? fileName;
}
