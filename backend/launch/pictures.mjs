import { join } from 'node:path';
import { findBrowser } from './browser.mjs';
import { build } from './build.mjs';
import { install } from './install.mjs';
import { main, ROOT, run, toolEnvironment } from './workspace.mjs';

/** Takes the pictures of the README anew, from the real screens. */
await main(async () => {
  await install();
  await build();
  const program = join(ROOT, 'node_modules/@playwright/test/cli.js');
  const env = { ...toolEnvironment(), CHROMIUM_PATH: await findBrowser() };
  return run('node', [program, 'test', '--config', 'e2e/pictures/playwright.config.ts'], {
    cwd: join(ROOT, 'frontend'),
    env,
  });
});
