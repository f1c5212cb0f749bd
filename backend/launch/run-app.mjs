import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { join } from 'node:path';
import { ON_WINDOWS, ROOT, toolEnvironment } from './workspace.mjs';

/** npm passes on a signal that the terminal has sent to everybody already: both are one wish. */
const SAME_WISH_MS = 1_000;

const PARENT_LOOK_MS = 500;

/**
 * Left to itself, Node lets garbage lie as long as the machine has memory to spare: 400 MB after some minutes of load, of
 * which 60 are in use. Megabytes of each half of the young generation, and of the old one.
 */
export const HEAP_LIMITS = ['--max-semi-space-size=16', '--max-old-space-size=512'];

/**
 * Runs the app in a process group of its own, so that a Ctrl-C reaches it once, through here. Windows has no such groups:
 * there the console tells the app itself, and a signal from here would end it at once.
 *
 * @param {string} program its file in `backend/dist`
 * @param {readonly string[]} [args]
 * @returns {Promise<number>} the app's exit code
 */
export function runApp(program, args = []) {
  const app = spawn('node', [...HEAP_LIMITS, join(ROOT, 'backend/dist', program), ...args], {
    cwd: ROOT,
    env: toolEnvironment(),
    stdio: ['ignore', 'inherit', 'inherit'],
    detached: !ON_WINDOWS,
  });
  let asked = -Infinity;
  const end = () => {
    const sinceAsked = performance.now() - asked;
    if (sinceAsked < SAME_WISH_MS) return;
    asked = performance.now();
    if (sinceAsked < Infinity) app.kill('SIGKILL');
    else if (!ON_WINDOWS) app.kill('SIGTERM');
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, end);
  if (process.env.npm_lifecycle_event) endWithParent(end);
  return new Promise((done, failed) => {
    app.once('error', failed);
    app.once('exit', (code, signal) => done(code ?? 128 + constants.signals[signal ?? 'SIGKILL']));
  });
}

/**
 * Somebody who ends npm means the app as well, but npm ends only the shell between it and this script.
 *
 * @param {() => void} end
 */
function endWithParent(end) {
  const parent = process.ppid;
  const watching = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watching);
    end();
  }, PARENT_LOOK_MS);
  watching.unref();
}
