import { fileURLToPath } from 'node:url';
import { runUntilStopped } from './run-until-stopped.js';
import { startServer } from './server.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

await runUntilStopped(() => startServer(ROOT));
