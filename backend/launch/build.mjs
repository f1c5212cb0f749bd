import { join } from 'node:path';
import { LaunchProblem, ROOT, run } from './workspace.mjs';

const NX = join(ROOT, 'node_modules/nx/dist/bin/nx.js');
/** Nx answers from its cache within a second; whoever waits longer is told why. */
const QUIET_S = 3;

/** Builds what changed since the last build; says nothing if that is nothing. */
export async function build() {
  /** @type {string[]} */
  const output = [];
  const begun = performance.now();
  const seconds = () => Math.round((performance.now() - begun) / 1000);
  const slow = setTimeout(() => console.log('Building, which takes a minute the first time …'), QUIET_S * 1_000);
  const ticking = setInterval(() => console.log(`  still at it, ${seconds()} s`), 10_000);
  const onLine = (/** @type {string} */ line) => {
    output.push(line);
    const built = /> nx run (\w+):build\s*$/.exec(line);
    if (built && seconds() >= QUIET_S) console.log(`  built ${built[1]}, ${seconds()} s`);
  };
  const code = await run('node', [NX, 'run-many', '-t', 'build', '--output-style=static'], { onLine });
  clearTimeout(slow);
  clearInterval(ticking);
  if (code === 0) return;
  console.error(output.join('\n'));
  throw new LaunchProblem('The build failed; mend what is said above and start again.');
}
