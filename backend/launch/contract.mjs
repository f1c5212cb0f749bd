import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../..');

/** The two files that are generated from the built backend, committed, and read in review. */
const CONTRACT = ['shared/openapi.json', 'shared/src/api.ts'].map((file) => join(ROOT, file));

function run(script, ...args) {
  const { status } = spawnSync('node', [join(ROOT, script), ...args], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) throw new Error(`${script} ended with code ${status}.`);
}

function generate(document, types) {
  run('backend/dist/openapi.js', document);
  run('node_modules/openapi-typescript/bin/cli.js', document, '--output', types);
}

/** The committed files that are not what the code says. */
function drifted() {
  const folder = mkdtempSync(join(tmpdir(), 'contract-'));
  try {
    const generated = ['openapi.json', 'api.ts'].map((file) => join(folder, file));
    generate(...generated);
    return CONTRACT.filter((file, index) => readFileSync(file, 'utf8') !== readFileSync(generated[index], 'utf8'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

if (process.argv.includes('--check')) {
  const files = drifted();
  for (const file of files)
    console.error(`${file} is not what the code says: run "npm run generate" and read the difference.`);
  process.exitCode = files.length;
} else {
  generate(...CONTRACT);
}
