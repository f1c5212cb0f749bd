import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';

const HERE = import.meta.dirname;
const TESTS = join(HERE, '..');
const SPEC = /\.(e2e-)?spec\.ts$/;

/**
 * Runs a share of all spec files as one suite. Jest loads the app anew for each suite, which takes a second and a half of
 * processor: as long as most of them run. There are three times as many shares as work at a time, so that none is left
 * alone for long.
 *
 * @param {string} file the one that asks, whose place among its like says which share
 */
export async function runShare(file) {
  const shares = (await readdir(HERE)).filter((name) => /^share-\d+\.mjs$/.test(name)).sort();
  const place = shares.indexOf(basename(file));
  if (place < 0) throw new Error(`${file} has no share: call it share-10.mjs or so.`);
  const specs = (await readdir(TESTS, { recursive: true })).filter((name) => SPEC.test(name)).sort();
  const own = specs.filter((name) => !name.startsWith('lifecycle')).filter((_, at) => at % shares.length === place);
  for (const spec of own) await import(join(TESTS, spec));
}
