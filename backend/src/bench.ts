import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readBenchArguments } from './bench/bench-arguments.js';
import { benchInstallation } from './bench/making/installation.js';
import { measure } from './bench/measuring/measure.js';
import { report } from './bench/report/report.js';
import { keepResult } from './bench/report/results.js';
import { StartupProblem } from './platform/startup-problem.js';

/** Makes an installation of many tickets and measures it: `node dist/bench.js [--tickets N] [--quick] …`. */
const FOLDER = fileURLToPath(new URL('../../.bench', import.meta.url));
const stopping = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    stopping.abort(new StartupProblem('Stopped before it was done.'));
  });
}

try {
  const options = readBenchArguments(process.argv.slice(2));
  const installation = await benchInstallation(FOLDER, options, stopping.signal);
  if (!options.isMakingOnly) {
    const measurement = await measure(installation, options, stopping.signal);
    const results = await keepResult(FOLDER, installation.made, measurement);
    const text = report(results);
    const file = join(FOLDER, 'results.md');
    writeFileSync(file, `${text}\n`);
    console.log(`\n${text}\n\nThe same stands in ${file}.`);
  }
} catch (error) {
  console.error(error instanceof StartupProblem ? `\n${error.message}\n` : error);
  process.exit(1);
}
