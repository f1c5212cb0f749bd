import { build } from './build.mjs';
import { install } from './install.mjs';
import { runApp } from './run-app.mjs';
import { main } from './workspace.mjs';

/** Makes an installation of many tickets, in a data folder of its own, and measures how fast the app is on it. */
await main(async () => {
  await install();
  await build();
  return runApp('bench.js', process.argv.slice(2));
});
