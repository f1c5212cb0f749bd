import { join } from 'node:path';
import { build } from './build.mjs';
import { install } from './install.mjs';
import { main, ROOT, run } from './workspace.mjs';

/** Moves old months of the trail of the installation that `npm start` serves into files, whether or not it runs. */
await main(async () => {
  await install();
  await build();
  // Files are named as seen from where the command was typed, which npm remembers.
  const cwd = process.env.INIT_CWD ?? process.cwd();
  return run('node', [join(ROOT, 'backend/dist/retire.js'), ...process.argv.slice(2)], { cwd });
});
