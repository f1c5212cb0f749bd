import { build } from './build.mjs';
import { install } from './install.mjs';
import { runApp } from './run-app.mjs';
import { main } from './workspace.mjs';

await main(async () => {
  await install();
  await build();
  return runApp('main.js');
});
