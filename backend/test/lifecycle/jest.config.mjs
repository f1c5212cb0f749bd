import { join } from 'node:path';

const CYCLES = Number(process.env.PROOF_CYCLES ?? 4);

/** Real processes that are really killed: they run alone, one file after another, for they have limits of time. */
export default {
  rootDir: import.meta.dirname,
  testEnvironment: 'node',
  testMatch: [join(import.meta.dirname, '*.spec.ts')],
  // It installs and builds everything anew: minutes, so only where the long proofs are asked for.
  testPathIgnorePatterns: process.env.PROOF_CYCLES ? [] : ['/image\\.spec\\.ts$'],
  maxWorkers: 1,
  testTimeout: 120_000 + CYCLES * 20_000,
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: { '^.+\\.ts$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript' }, target: 'es2023' } }] },
};
