import config from './jest.config.mjs';

/** Every spec file of `jest.config.mjs`, a few suites for all of them: for whole runs. */
export default { ...config, testMatch: ['<rootDir>/test/together/share-*.mjs'] };
