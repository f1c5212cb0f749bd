import { defineConfig } from '@playwright/test';
import tests from '../../playwright.config';

/** Takes the pictures of the README with the harness of the tests. */
export default defineConfig({
  ...tests,
  testDir: '.',
  testMatch: '*.pictures.ts',
  globalSetup: '../harness/global-setup.ts',
  outputDir: '../results',
  workers: 1,
});
