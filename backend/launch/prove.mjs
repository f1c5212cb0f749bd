import { findBrowser } from './browser.mjs';
import { build } from './build.mjs';
import { install } from './install.mjs';
import { jest, playwright, runAll } from './runners.mjs';
import { main } from './workspace.mjs';

/** As many cycles as the promises name; `npm test` runs the same proofs with a few. */
const CYCLES = process.env.PROOF_CYCLES ?? '25';

await main(async () => {
  await install();
  await build();
  const browser = await findBrowser();
  const runners = [
    jest('hostile input', 'backend', 'jest.config.mjs', ['test/input/hostile']),
    jest('lifecycle', 'backend', 'test/lifecycle/jest.config.mjs'),
    playwright(),
  ];
  return runAll(runners, { PROOF_CYCLES: CYCLES, CHROMIUM_PATH: browser });
});
