import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { LaunchProblem, ROOT, run, toolEnvironment, withProgress } from './workspace.mjs';

const STAMP = join(ROOT, 'node_modules/.installed-from');

/** `npm ci` would refuse: the lock file lacks packages for platforms other than the one that it was written on. */
const ARGUMENTS = ['install', '--no-save', '--loglevel=error', '--no-audit', '--no-fund'];

/** Installs the packages unless those of this lock file are there, and makes sure of a Node that can run the product. */
export async function install() {
  const wanted = fingerprint();
  if (readIfThere(STAMP) !== wanted) {
    const code = await withProgress('Installing packages, which takes a minute or two', run('npm', ARGUMENTS));
    if (code !== 0) {
      throw new LaunchProblem(
        'The packages could not be installed; mend what npm says above (often the network or the disk) and start again.',
      );
    }
    mkdirSync(join(ROOT, 'node_modules'), { recursive: true });
    writeFileSync(STAMP, wanted);
  }
  linkNode();
  requireNode();
}

/**
 * The packages of all platforms bring a program of this name, and npm 10 takes away the one that it has just linked
 * together with those of the platforms that it skips.
 */
function linkNode() {
  const program = join(ROOT, `node_modules/node-${process.platform}-${process.arch}/bin/node`);
  const link = join(ROOT, 'node_modules/.bin/node');
  if (existsSync(program) && !existsSync(link)) symlinkSync(relative(dirname(link), program), link);
}

/** Changes with the lock file and with the platform, for which npm chooses packages. */
function fingerprint() {
  const lock = readFileSync(join(ROOT, 'package-lock.json'));
  return createHash('sha256').update(lock).update(`${process.platform}-${process.arch}`).digest('hex');
}

/** @param {string} path */
function readIfThere(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

function requireNode() {
  const { engines } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const wanted = engines.node.replace('>=', '');
  const { stdout } = spawnSync('node', ['--version'], { env: toolEnvironment(), encoding: 'utf8' });
  const found = (stdout ?? '').trim().replace('v', '');
  const [major, minor] = found.split('.').map(Number);
  const [wantedMajor, wantedMinor] = wanted.split('.').map(Number);
  if (major > wantedMajor || (major === wantedMajor && minor >= wantedMinor)) return;
  throw new LaunchProblem(
    `Deskhand needs Node ${wanted} or newer and found ${found || 'none that runs'}: install it from https://nodejs.org and start again.`,
  );
}
