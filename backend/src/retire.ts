import { fileURLToPath } from 'node:url';
import { onTrail } from './activity/program/on-trail.js';
import { readRetireArguments, retireAndTell } from './activity/program/retire-program.js';
import { Clock } from './platform/clock.js';
import { readOwnSettings } from './platform/config/read-settings.js';
import { StartupProblem } from './platform/startup-problem.js';

/** Moves old months of the trail into files: `node dist/retire.js --before 2025-01 --to FOLDER`. */
const ROOT = fileURLToPath(new URL('../../', import.meta.url));

try {
  const given = readRetireArguments(process.argv.slice(2));
  const now = new Clock().now();
  await onTrail(readOwnSettings(ROOT), (client) => retireAndTell(client, given, now, console.log));
  process.exit(0);
} catch (error) {
  console.error(error instanceof StartupProblem ? error.message : error);
  process.exit(1);
}
