import { defineConfig } from '@playwright/test';

/** A browser that talks to nobody but the app; the path of an installed one comes from the environment. */
const launchOptions = {
  ...(process.env.CHROMIUM_PATH ? { executablePath: process.env.CHROMIUM_PATH } : {}),
  args: [
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-gpu',
    '--disable-sync',
    '--no-first-run',
  ],
};

export default defineConfig({
  testDir: 'e2e',
  globalSetup: './e2e/harness/global-setup.ts',
  outputDir: 'e2e/results',
  forbidOnly: true,
  fullyParallel: true,
  // Three keep two cores busy: each waits for its page to come to rest half of the time.
  workers: 3,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: [['list']],
  use: {
    browserName: 'chromium',
    launchOptions,
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    contextOptions: { reducedMotion: 'reduce' },
    screenshot: 'only-on-failure',
    // A trace of every test would cost a fifth of the time; `--trace on` takes one of a test that fails.
    trace: 'off',
  },
});
