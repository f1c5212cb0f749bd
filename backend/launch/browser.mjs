import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { LaunchProblem, ROOT, run, toolEnvironment, withProgress } from './workspace.mjs';

/**
 * Names on the path (Linux) and the usual places (macOS, Windows). The one without windows comes first: it needs a fifth of
 * the processor's time for each page.
 */
const NAMES = [
  'chromium-headless-shell',
  'google-chrome',
  'google-chrome-stable',
  'chromium',
  'chromium-browser',
  'microsoft-edge',
];
/** @type {Partial<Record<NodeJS.Platform, string[]>>} */
const PLACES = {
  darwin: ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
    (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
  ),
  win32: [process.env.ProgramFiles, process.env['ProgramFiles(x86)'], process.env.LocalAppData].flatMap((folder) =>
    ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'].map(
      (path) => `${folder}\\${path}`,
    ),
  ),
};

/**
 * A Chromium for the browser tests: the one that `CHROMIUM_PATH` names, an installed one, Playwright's own, or one that
 * is installed now.
 *
 * @returns {Promise<string>} the path of its program
 */
export async function findBrowser() {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (works(named)) return named;
    throw new LaunchProblem(`CHROMIUM_PATH names ${named}, which is no browser that runs: correct or remove it.`);
  }
  return installedBrowser() ?? (await ownBrowser()) ?? (await debianBrowser()) ?? giveUp();
}

function installedBrowser() {
  const paths = process.platform === 'win32' ? [] : NAMES.map(onPath).filter(Boolean);
  return [...paths, ...(PLACES[process.platform] ?? [])].find(works);
}

/** @param {string} name */
function onPath(name) {
  const { status, stdout } = spawnSync('/bin/sh', ['-c', `command -v ${name}`], { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : '';
}

/**
 * Asked for its version, because a file by that name may be a hint to install something else (Ubuntu).
 *
 * @param {string} path
 */
function works(path) {
  if (!existsSync(path)) return false;
  // Chrome on Windows opens a window instead of telling its version.
  if (process.platform === 'win32') return true;
  const { status, stdout } = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 20_000 });
  return status === 0 && /\d+\.\d+\.\d+/.test(stdout);
}

async function ownBrowser() {
  const path = createRequire(join(ROOT, 'frontend/package.json'))('@playwright/test').chromium.executablePath();
  if (works(path)) return path;
  const withSystemPackages = isRoot() && hasApt() ? ['--with-deps'] : [];
  const cli = join(ROOT, 'node_modules/@playwright/test/cli.js');
  const install = run('node', [cli, 'install', '--no-shell', ...withSystemPackages, 'chromium'], {
    env: { ...toolEnvironment(), PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '20000' },
    onLine: () => undefined,
    timeout: 300_000,
  });
  await withProgress('No browser is installed; downloading Chromium', install);
  return works(path) ? path : null;
}

async function debianBrowser() {
  if (!isRoot() || !hasApt()) return null;
  const add = 'apt-get install -y --no-install-recommends';
  const install = run('/bin/sh', ['-c', `apt-get update && (${add} chromium-headless-shell || ${add} chromium)`], {
    env: { ...toolEnvironment(), DEBIAN_FRONTEND: 'noninteractive' },
    onLine: () => undefined,
  });
  await withProgress("The download failed; installing Chromium from the system's packages", install);
  return installedBrowser() ?? null;
}

/** @returns {never} */
function giveUp() {
  throw new LaunchProblem(
    'The browser tests need Chrome or Chromium, and none could be found or installed: install one, or name its program in CHROMIUM_PATH.',
  );
}

function isRoot() {
  return process.getuid?.() === 0;
}

function hasApt() {
  return existsSync('/usr/bin/apt-get');
}
