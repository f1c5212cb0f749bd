import { existsSync, readFileSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { StartupProblem } from '../startup-problem.js';
import { FILE_SETTINGS, SETTING_NAMES, Settings } from './settings.js';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Words of documentation and keyboards; none of them turns up by chance in a random text. */
const WELL_KNOWN = /change.?me|example|secret|password|default|keyboard|qwerty|abcdefg|12345678|(.)\1{7}/i;
/** A random text of 32 signs has more different ones, even in hexadecimal. */
const FEWEST_SIGNS = 8;

/**
 * Reads and checks the settings.
 *
 * @param environment the variables, such as `process.env`
 * @param root the folder that a relative `DATA_DIR` is under
 * @throws StartupProblem a sentence that names the setting, never its value
 */
export function readSettings(environment: Environment, root: string): Settings {
  const settings = plainToInstance(Settings, { ...pickSettings(environment) }, { exposeDefaultValues: true });
  const faults = validateSync(settings, { stopAtFirstError: true });
  const sentences = [
    ...faults.flatMap((fault) => Object.values(fault.constraints ?? {})),
    ...(faults.length === 0 ? faultsOfMode(settings) : []),
  ];
  if (sentences.length > 0) throw new StartupProblem(`Please mend the settings: ${sentences.join('; ')}.`);
  if (!isAbsolute(settings.DATA_DIR)) settings.DATA_DIR = join(root, settings.DATA_DIR);
  return settings;
}

/** The settings of this process: the environment and, outside production, the file `.env` in the root folder. */
export function readOwnSettings(root: string): Settings {
  const file = join(root, '.env');
  if (process.env.NODE_ENV !== 'production' && existsSync(file)) process.loadEnvFile(file);
  return readSettings(process.env, root);
}

/** The environment of this process, without `.env`, for whoever may take only a part of it. */
export function ownEnvironment(): Environment {
  return process.env;
}

/** Only names that we know, without empty values, each secret and URL from its file where `NAME_FILE` is set. */
function pickSettings(environment: Environment): Record<string, string> {
  const picked: Record<string, string> = {};
  for (const name of SETTING_NAMES) {
    const value = environment[name];
    if (value) picked[name] = value;
  }
  for (const name of FILE_SETTINGS) {
    const path = environment[`${name}_FILE`];
    if (!path) continue;
    if (picked[name]) throw new StartupProblem(`Set either ${name} or ${name}_FILE, not both.`);
    picked[name] = readSecretFile(`${name}_FILE`, path);
  }
  return picked;
}

function readSecretFile(name: string, path: string): string {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    throw new StartupProblem(`${name} names a file that cannot be read; check its path and its permissions.`);
  }
}

/** What only shows when the settings are looked at together. */
function faultsOfMode(settings: Settings): string[] {
  const faults: string[] = [];
  if (settings.NODE_ENV !== 'test' && settings.BCRYPT_COST < 12) faults.push('BCRYPT_COST must be at least 12');
  if (settings.PUBLIC_URL && !isBareOrigin(settings.PUBLIC_URL)) {
    faults.push('PUBLIC_URL must have no path, no query and no password, such as https://tickets.example.org');
  }
  if (settings.PUBLIC_URL && !settings.isHttps && !settings.ALLOW_HTTP && !isLocal(settings.PUBLIC_URL)) {
    faults.push('PUBLIC_URL must begin with https:// (or set ALLOW_HTTP=true, and passwords travel unprotected)');
  }
  if (settings.MAIL_URL && !settings.MAIL_FROM) {
    faults.push('MAIL_URL needs MAIL_FROM, such as IT help <helpdesk@example.org>');
  }
  return settings.isProduction ? [...faults, ...faultsOfProduction(settings)] : faults;
}

function faultsOfProduction(settings: Settings): string[] {
  const faults: string[] = [];
  if (!settings.PUBLIC_URL) faults.push('production needs PUBLIC_URL, such as https://tickets.example.org');
  else if (!settings.isHttps && !settings.ALLOW_HTTP) {
    faults.push('production needs a PUBLIC_URL that begins with https:// (or ALLOW_HTTP=true)');
  }
  if (!settings.JWT_SECRET) faults.push('production needs JWT_SECRET, at least 32 random characters');
  else if (isEasyToGuess(settings.JWT_SECRET)) faults.push('JWT_SECRET is easy to guess; make a random one');
  if (settings.SETUP_TOKEN && isEasyToGuess(settings.SETUP_TOKEN)) {
    faults.push('SETUP_TOKEN is easy to guess; make a random one');
  }
  return faults;
}

function isEasyToGuess(secret: string): boolean {
  return WELL_KNOWN.test(secret) || new Set(secret).size < FEWEST_SIGNS;
}

/** Links are made by adding to it, so it is a scheme and a name, and a port where it needs one. */
function isBareOrigin(url: string): boolean {
  const { origin, href } = new URL(url);
  return href === `${origin}/`;
}

function isLocal(url: string): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(new URL(url).hostname);
}
