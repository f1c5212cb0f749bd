import { fileURLToPath } from 'node:url';
import { onTrail } from './activity/program/on-trail.js';
import { readVerifyArguments, verifyAndTell } from './activity/program/verify-program.js';
import { readOwnSettings } from './platform/config/read-settings.js';
import { StartupProblem } from './platform/startup-problem.js';

/** Looks whether the trail is as it was written: `node dist/verify.js [--head FILE] [--against FILE]`. */
const ROOT = fileURLToPath(new URL('../../', import.meta.url));

try {
  const given = readVerifyArguments(process.argv.slice(2));
  const isWhole = await onTrail(readOwnSettings(ROOT), (client) => verifyAndTell(client, given, console.log));
  process.exit(isWhole ? 0 : 1);
} catch (error) {
  console.error(error instanceof StartupProblem ? error.message : error);
  process.exit(2);
}
