import { build } from './build.mjs';
import { install } from './install.mjs';
import { runApp } from './run-app.mjs';
import { LaunchProblem, main } from './workspace.mjs';

/** A made-up company with its tickets, in a data folder of its own; `--fresh` begins anew. */
await main(async () => {
  if (process.env.NODE_ENV === 'production') {
    throw new LaunchProblem('The demo does not run in production: everybody knows its passwords. Unset NODE_ENV.');
  }
  await install();
  await build();
  return runApp('demo.js', process.argv.slice(2));
});
