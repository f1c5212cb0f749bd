import { type Environment, readSettings } from '../platform/config/read-settings.js';
import type { Settings } from '../platform/config/settings.js';
import { StartupProblem } from '../platform/startup-problem.js';

/** What may be chosen. Addresses and secrets of another installation must not reach the demo. */
const TAKEN = ['PORT', 'HOST', 'LOG_LEVEL', 'NODE_ENV', 'BCRYPT_COST', 'RATE_LIMIT'] as const;

/**
 * The settings of the demo: its own folder and the embedded database, whatever the environment says.
 *
 * @throws StartupProblem in production, where nobody may sign in with a password that everybody knows
 */
export function demoSettings(environment: Environment, folder: string): Settings {
  if (environment.NODE_ENV === 'production') {
    throw new StartupProblem('The demo does not run in production: everybody knows its passwords. Unset NODE_ENV.');
  }
  const taken = Object.fromEntries(TAKEN.map((name) => [name, environment[name]]));
  return readSettings({ ...taken, DATA_DIR: folder }, folder);
}
