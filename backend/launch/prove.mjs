import { build } from './build.mjs';
import { install } from './install.mjs';
import { jest, runAll } from './runners.mjs';
import { main } from './workspace.mjs';

/** As many cycles as the promises name; `npm test` runs the same proofs with a few. */
const CYCLES = process.env.PROOF_CYCLES ?? '25';

await main(async () => {
  await install();
  await build();
  return runAll([jest('lifecycle', 'backend', 'test/lifecycle/jest.config.mjs')], { PROOF_CYCLES: CYCLES });
});
