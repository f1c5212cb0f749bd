import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT, run, toolEnvironment } from './workspace.mjs';

/**
 * @typedef {{ passed: number, failed: number }} Tally
 * @typedef {{ name: string, folder: string, args: string[], reportsTo: (file: string) => Partial<Reporting>, count: (report: any) => Tally }} Runner
 * @typedef {{ args: string[], variables: Record<string, string> }} Reporting
 */

/**
 * Jest of one workspace, as ESM.
 *
 * @param {string} name
 * @param {string} folder
 * @param {string} [config]
 * @param {string[]} [only] spec files, by what their names begin with
 * @returns {Runner}
 */
export function jest(name, folder, config = 'jest.config.mjs', only = []) {
  const jestProgram = join(ROOT, 'node_modules/jest/bin/jest.js');
  const node = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
  return {
    name,
    folder,
    args: [...node, jestProgram, '--config', config, ...only],
    reportsTo: (file) => ({ args: ['--json', `--outputFile=${file}`] }),
    // A spec file that cannot even be loaded counts as one failure.
    count: (report) => ({
      passed: report.numPassedTests,
      failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
    }),
  };
}

/**
 * @param {string} [name]
 * @param {string} [config]
 * @returns {Runner}
 */
export function playwright(name = 'browser', config = 'playwright.config.ts') {
  const program = join(ROOT, 'node_modules/@playwright/test/cli.js');
  return {
    name,
    folder: 'frontend',
    args: [program, 'test', '--config', config, '--reporter=list,json'],
    reportsTo: (file) => ({ variables: { PLAYWRIGHT_JSON_OUTPUT_NAME: file } }),
    count: ({ stats, errors }) => ({
      passed: stats.expected + stats.flaky,
      failed: stats.unexpected + stats.skipped + errors.length,
    }),
  };
}

/**
 * Runs the runners one after another, those of a list within the list side by side; sums up, and says so in one plain line
 * at the end.
 *
 * @param {(Runner | Runner[])[]} runners
 * @param {Record<string, string>} [variables]
 * @returns {Promise<number>} 0 if there were tests in each and none failed
 */
export async function runAll(runners, variables = {}) {
  const total = { passed: 0, failed: 0 };
  for (const stage of runners) {
    const tallies = Array.isArray(stage)
      ? await Promise.all(stage.map((runner) => runBeside(runner, variables)))
      : [await runOne(stage, variables)];
    for (const { passed, failed } of tallies) {
      total.passed += passed;
      total.failed += failed;
    }
  }
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
  return total.failed === 0 ? 0 : 1;
}

/**
 * What it says is kept until it ends, so that two do not speak at once.
 *
 * @param {Runner} runner
 * @param {Record<string, string>} variables
 * @returns {Promise<Tally>}
 */
async function runBeside(runner, variables) {
  /** @type {string[]} */
  const lines = [];
  const tally = await runOne(runner, variables, (line) => lines.push(line));
  console.log(lines.join('\n'));
  return tally;
}

/**
 * @param {Runner} runner
 * @param {Record<string, string>} variables
 * @param {(line: string) => void} [onLine] takes what it says, instead of the terminal
 * @returns {Promise<Tally>}
 */
async function runOne(runner, variables, onLine) {
  (onLine ?? console.log)(`\n── ${runner.name} ──`);
  const folder = mkdtempSync(join(tmpdir(), 'deskhand-report-'));
  const file = join(folder, 'report.json');
  const { args = [], variables: reporting = {} } = runner.reportsTo(file);
  const code = await run('node', [...runner.args, ...args], {
    cwd: join(ROOT, runner.folder),
    env: { ...toolEnvironment(), ...variables, ...reporting },
    ...(onLine ? { onLine } : {}),
  });
  const tally = read(file, runner);
  rmSync(folder, { recursive: true });
  if (tally.failed > 0 || (code === 0 && tally.passed > 0)) return tally;
  // Ended with an error that no test has, or found no test: both must not pass for success.
  console.error(`${runner.name}: ${code === 0 ? 'no test was run' : `ended with code ${code}`}.`);
  return { passed: tally.passed, failed: 1 };
}

/**
 * @param {string} file
 * @param {Runner} runner
 * @returns {Tally}
 */
function read(file, runner) {
  try {
    return runner.count(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return { passed: 0, failed: 0 };
  }
}
