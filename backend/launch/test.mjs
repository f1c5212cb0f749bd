import { findBrowser } from './browser.mjs';
import { build } from './build.mjs';
import { install } from './install.mjs';
import { buildUntranslated } from './languages.mjs';
import { jest, playwright, runAll } from './runners.mjs';
import { main } from './workspace.mjs';

/**
 * In turn, because together they would take each other's time and the proofs have limits; but those of the lifecycle mostly
 * wait, for processes to end and to start.
 */
await main(async () => {
  await install();
  await build();
  await buildUntranslated();
  const browser = await findBrowser();
  console.log(`Browser: ${browser}`);
  const runners = [
    jest('shared', 'shared'),
    jest('backend', 'backend', 'jest.together.config.mjs'),
    [jest('lifecycle', 'backend', 'test/lifecycle/jest.config.mjs'), jest('frontend', 'frontend')],
    playwright(),
  ];
  return runAll(runners, { CHROMIUM_PATH: browser });
});
