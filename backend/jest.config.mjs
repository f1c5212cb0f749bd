/** Real app, real PostgreSQL: one embedded server for the run, a database cloned from a migrated template for each file. */
export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/src', '<rootDir>/test'],
  testMatch: ['**/*.spec.ts', '**/*.e2e-spec.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/test/lifecycle/'],
  globalSetup: '<rootDir>/test/database/start.mjs',
  globalTeardown: '<rootDir>/test/database/stop.mjs',
  setupFiles: ['<rootDir>/test/load-nest.mjs'],
  // Each of them waits for the database half of the time.
  maxWorkers: 3,
  testTimeout: 30_000,
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true },
          target: 'es2024',
        },
      },
    ],
  },
};
