import presets from 'jest-preset-angular/presets/index.js';

const preset = presets.createEsmPreset({ tsconfig: '<rootDir>/tsconfig.spec.json' });

/** Components under Jest as ESM, without zone.js. Run with `node --experimental-vm-modules`. */
export default {
  ...preset,
  testMatch: ['<rootDir>/src/**/*.spec.ts'],
  // Harnesses wait for the page to come to rest, which takes long where many suites share two cores.
  testTimeout: 20_000,
  // One of two cores: the proofs of the lifecycle run beside it.
  maxWorkers: 1,
  setupFilesAfterEnv: ['<rootDir>/src/testing/set-up.ts'],
  // An imported SVG file is its text, as in the build. First come first served: this stands before the preset's own.
  extensionsToTreatAsEsm: [...preset.extensionsToTreatAsEsm, '.svg'],
  transform: { '\\.svg$': '<rootDir>/src/testing/svg-text.mjs', ...preset.transform },
  transformIgnorePatterns: ['node_modules/(?!tslib|@material-symbols)'],
};
