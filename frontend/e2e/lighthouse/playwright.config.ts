import { defineConfig } from '@playwright/test';
import tests from '../../playwright.config';

/** Measures pages by themselves: nothing else may run beside. */
export default defineConfig({
  ...tests,
  testDir: '.',
  testMatch: '*.lighthouse.ts',
  globalSetup: '../harness/global-setup.ts',
  outputDir: '../results',
  workers: 1,
  timeout: 900_000,
});
