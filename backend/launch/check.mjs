import { install } from './install.mjs';
import { main, run } from './workspace.mjs';

/** @typedef {readonly [name: string, command: string]} Step */

/** Everything reads what the build makes, so that it goes first; it checks Angular's templates too. */
const BUILD = /** @type {Step} */ (['build', 'nx run-many -t build --output-style=static']);

/** @type {readonly Step[]} The longest first, for two run at a time. */
const STEPS = [
  ['lint', 'eslint --max-warnings 0 .'],
  ['format', 'prettier --check --log-level warn .'],
  ['types of the shared rules', 'tsc -p shared/tsconfig.spec.json'],
  ['types of the backend', 'tsc -p backend/tsconfig.json'],
  ['types of the launch scripts', 'tsc -p backend/launch/tsconfig.json'],
  ['types of the client', 'tsc -p frontend/tsconfig.spec.json'],
  ['types of the browser tests', 'tsc -p frontend/e2e/tsconfig.json'],
  ['imports', 'depcruise shared backend frontend --config .dependency-cruiser.mjs'],
  ['unused code and packages', 'knip --no-progress --treat-config-hints-as-errors'],
  ['contract', 'node backend/launch/contract.mjs --check'],
  ['languages', 'node backend/launch/languages.mjs --check'],
];

/**
 * Runs one step and says how it went; a failure with all that its command said.
 *
 * @param {Step} step
 */
async function succeeds([name, command]) {
  /** @type {string[]} */
  const output = [];
  const begun = performance.now();
  const code = await run(command, [], { shell: true, onLine: (line) => output.push(line) });
  console.log(`${code === 0 ? '✓' : '✗'} ${name} (${((performance.now() - begun) / 1000).toFixed(1)} s)`);
  if (code !== 0) console.log(output.join('\n'));
  return code === 0;
}

/** All steps, also after one has failed. */
async function runAll() {
  const results = [await succeeds(BUILD)];
  const waiting = [...STEPS];
  const worker = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) results.push(await succeeds(step));
  };
  await Promise.all([worker(), worker()]);
  return results;
}

await main(async () => {
  await install();
  const results = await runAll();
  const failed = results.filter((succeeded) => !succeeded).length;
  console.log(failed === 0 ? 'Everything is in order.' : `${failed} of ${results.length} checks failed.`);
  return failed === 0 ? 0 : 1;
});
