import { defineConfig } from '@playwright/test';
import tests from '../../playwright.config';

/** How soon the screen answers with very many tickets: alone, on an installation of `npm run bench`. */
export default defineConfig({
  ...tests,
  testDir: '.',
  testMatch: '*.delay.ts',
  globalSetup: './many-tickets.ts',
  outputDir: '../results',
  workers: 1,
});
