import { findBrowser } from './browser.mjs';
import { build } from './build.mjs';
import { install } from './install.mjs';
import { buildUntranslated } from './languages.mjs';
import { runApp } from './run-app.mjs';
import { jest, playwright, runAll } from './runners.mjs';
import { main } from './workspace.mjs';

/** As many cycles as the promises name; `npm test` runs the same proofs with a few. */
const CYCLES = process.env.PROOF_CYCLES ?? '25';

await main(async () => {
  await install();
  await build();
  await buildUntranslated();
  const browser = await findBrowser();
  const runners = [
    jest('hostile input', 'backend', 'jest.config.mjs', ['test/input/hostile']),
    jest('lifecycle', 'backend', 'test/lifecycle/jest.config.mjs'),
    playwright(),
    playwright('lighthouse', 'e2e/lighthouse/playwright.config.ts'),
    playwright('delay with many tickets', 'e2e/delay/playwright.config.ts'),
  ];
  const code = await runApp('bench.js', ['--tickets', '100000', '--make']);
  if (code !== 0) return code;
  return runAll(runners, { PROOF_CYCLES: CYCLES, CHROMIUM_PATH: browser });
});
