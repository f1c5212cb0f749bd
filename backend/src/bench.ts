import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readBenchArguments } from './bench/bench-arguments.js';
import { benchInstallation } from './bench/making/installation.js';
import { StartupProblem } from './platform/startup-problem.js';

/** Makes an installation of many tickets and measures it: `node dist/bench.js [--tickets N] [--quick] …`. */
const ROOT = fileURLToPath(new URL('../../', import.meta.url));

try {
  const options = readBenchArguments(process.argv.slice(2));
  const installation = await benchInstallation(join(ROOT, '.bench'), options);
  console.log(installation);
} catch (error) {
  console.error(error instanceof StartupProblem ? `\n${error.message}\n` : error);
  process.exitCode = 1;
}
