import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { build } from './build.mjs';
import { install } from './install.mjs';
import { main, ON_WINDOWS, ROOT, toolEnvironment } from './workspace.mjs';

const API_PORT = '3000';
const CLIENT = 'http://localhost:4200';
/** How long the app has to finish its requests and leave the database. */
const GRACE_MS = 12_000;

/**
 * @typedef {{ name: string, args: string[], cwd?: string, variables?: Record<string, string> }} Program
 * @typedef {{ name: string, child: import('node:child_process').ChildProcess, ended: Promise<number | null> }} Running
 */

const COMPILERS = /** @type {Program[]} */ ([
  { name: 'shared', args: ['node_modules/typescript/bin/tsc', '-p', 'shared', '--watch', '--preserveWatchOutput'] },
  { name: 'client', args: ['node_modules/nx/dist/bin/nx.js', 'serve', 'frontend', '--output-style=stream'] },
  {
    name: 'backend',
    args: ['../node_modules/@nestjs/cli/bin/nest.js', 'build', '--watch', '--preserveWatchOutput'],
    cwd: 'backend',
  },
]);

/** What the compiler says whenever it has written everything; it begins by emptying the folder that the app runs from. */
const COMPILED = /Watching for file changes/;

/**
 * Node itself watches the compiled files, those of shared among them, and starts the app again. The app's own address is
 * the client's, where the browser comes from.
 *
 * @type {Program}
 */
const APP = {
  name: 'app',
  args: ['--watch', '--watch-preserve-output', 'backend/dist/main.js'],
  variables: { PORT: API_PORT, PUBLIC_URL: CLIENT },
};

/**
 * @param {Program} program
 * @returns {Running}
 */
function launch({ name, args, cwd = '.', variables = {} }) {
  const child = spawn('node', args, {
    cwd: join(ROOT, cwd),
    env: { ...toolEnvironment(), ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: !ON_WINDOWS,
  });
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => process.stdout.write(text.replace(/^(?=.)/gm, `${name} │ `)));
  }
  return { name, child, ended: new Promise((done) => child.once('exit', done)) };
}

/**
 * Each program leads a process group, with the children that it started in turn.
 *
 * @param {Running} program
 * @param {NodeJS.Signals} name
 */
function signal({ child }, name) {
  try {
    if (ON_WINDOWS || child.pid === undefined) child.kill();
    else process.kill(-child.pid, name);
  } catch {
    // It has ended already.
  }
}

async function runAll() {
  const programs = COMPILERS.map(launch);
  let stopping = false;
  await new Promise((done) => {
    const stop = () => done(null);
    const stopWith = (/** @type {Running} */ { name, ended }) =>
      ended.then((code) => {
        if (!stopping) console.log(`${name} ended (${code ?? 'killed'}); stopping the others.`);
        stop();
      });
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, stop);
    programs.forEach(stopWith);
    const backend = programs.at(-1)?.child;
    backend?.stdout?.on('data', function startApp(text) {
      if (!COMPILED.test(text)) return;
      backend.stdout?.off('data', startApp);
      const app = launch(APP);
      programs.push(app);
      void stopWith(app);
    });
  });
  stopping = true;
  for (const program of programs) signal(program, 'SIGTERM');
  const impatience = setTimeout(() => programs.forEach((program) => signal(program, 'SIGKILL')), GRACE_MS);
  await Promise.all(programs.map(({ ended }) => ended));
  clearTimeout(impatience);
}

await main(async () => {
  await install();
  await build();
  console.log(
    `\nClient with reload: ${CLIENT}\nAPI with reload:    http://localhost:${API_PORT}/api/docs\nCtrl-C ends both.\n`,
  );
  await runAll();
});
