import { spawn } from 'node:child_process';
import { delimiter, join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../..');

/** Everything reads what the build makes, so that it goes first; it checks Angular's templates too. */
const BUILD = ['build', 'nx run-many -t build --output-style=static'];

const STEPS = [
  ['format', 'prettier --check --log-level warn .'],
  ['types of shared', 'tsc -p shared/tsconfig.spec.json'],
  ['types of the backend', 'tsc -p backend/tsconfig.json'],
  ['types of the client', 'tsc -p frontend/tsconfig.json'],
  ['types of the browser tests', 'tsc -p frontend/e2e/tsconfig.json'],
  ['lint', 'eslint --max-warnings 0 .'],
  ['imports', 'depcruise shared backend frontend --config .dependency-cruiser.mjs'],
  ['unused code and packages', 'knip --no-progress --treat-config-hints-as-errors'],
  ['contract', 'node backend/launch/contract.mjs --check'],
];

const environment = {
  ...process.env,
  PATH: [join(ROOT, 'node_modules/.bin'), process.env.PATH].join(delimiter),
  NX_DAEMON: 'false',
  NX_TUI: 'false',
  FORCE_COLOR: process.stdout.isTTY ? '1' : '0',
};

/** Runs one command to its end; whether it succeeded. */
function run([name, command]) {
  const begun = Date.now();
  const output = [];
  const child = spawn(command, { cwd: ROOT, env: environment, shell: true, stdio: ['ignore', 'pipe', 'pipe'] });
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => output.push(chunk));
  return new Promise((done) => {
    child.on('close', (code) => {
      const seconds = ((Date.now() - begun) / 1000).toFixed(1);
      console.log(`${code === 0 ? '✓' : '✗'} ${name} (${seconds} s)`);
      if (code !== 0) process.stdout.write(Buffer.concat(output));
      done(code === 0);
    });
  });
}

/** All steps, two at a time: the longest, the linter, then no longer waits for the others. */
async function runAll() {
  const results = [await run(BUILD)];
  const waiting = [...STEPS];
  const worker = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) results.push(await run(step));
  };
  await Promise.all([worker(), worker()]);
  return results;
}

const results = await runAll();
const failed = results.filter((succeeded) => !succeeded).length;
console.log(failed === 0 ? 'Everything is in order.' : `${failed} of ${results.length} checks failed.`);
process.exitCode = failed === 0 ? 0 : 1;
