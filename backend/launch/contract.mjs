import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from './build.mjs';
import { install } from './install.mjs';
import { generateLanguages } from './languages.mjs';
import { LaunchProblem, main, ROOT, run } from './workspace.mjs';

/** The two files that are generated from the built backend, committed, and read in review. */
const DOCUMENT = join(ROOT, 'shared/openapi.json');
const TYPES = join(ROOT, 'shared/src/api.ts');

/**
 * @param {string} script
 * @param {string[]} args
 */
async function runScript(script, ...args) {
  const code = await run('node', [join(ROOT, script), ...args], { stdio: ['ignore', 'ignore', 'inherit'] });
  if (code !== 0) throw new LaunchProblem(`${script} ended with code ${code}.`);
}

/**
 * @param {string} document
 * @param {string} types
 */
async function generate(document, types) {
  await runScript('backend/dist/openapi.js', document);
  await runScript(
    'node_modules/openapi-typescript/bin/cli.js',
    document,
    '--default-non-nullable=false',
    '--output',
    types,
  );
}

/** Fails unless both committed files are what the code says. */
async function compare() {
  const folder = mkdtempSync(join(tmpdir(), 'contract-'));
  try {
    const [document, types] = [join(folder, 'openapi.json'), join(folder, 'api.ts')];
    await generate(document, types);
    const drifted = [
      [DOCUMENT, document],
      [TYPES, types],
    ].filter(([committed, generated]) => readFileSync(committed, 'utf8') !== readFileSync(generated, 'utf8'));
    if (drifted.length === 0) return;
    const names = drifted.map(([committed]) => committed).join(' and ');
    throw new LaunchProblem(`Not what the code says: ${names}. Run "npm run generate" and read the difference.`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

await main(async () => {
  // The check comes after a build of its own.
  if (process.argv.includes('--check')) return compare();
  await install();
  await build();
  await generate(DOCUMENT, TYPES);
  return generateLanguages();
});
