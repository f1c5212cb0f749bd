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

try {
  const options = readBenchArguments(process.argv.slice(2));
  const installation = await benchInstallation(FOLDER, options);
  if (!options.isMakingOnly) {
    const results = await keepResult(FOLDER, installation.made, await measure(installation, options));
    const text = report(results);
    const file = join(FOLDER, 'results.md');
    writeFileSync(file, `${text}\n`);
    console.log(`\n${text}\n\nThe same stands in ${file}.`);
  }
} catch (error) {
  console.error(error instanceof StartupProblem ? `\n${error.message}\n` : error);
  process.exitCode = 1;
}
