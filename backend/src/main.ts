import { fileURLToPath } from 'node:url';
import { type RunningServer, startServer } from './server.js';
import { StartupProblem } from './platform/startup-problem.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

const starting = startServer(ROOT);
// From the first moment on: whoever asks it to stop while it starts gets a database that is left in order, too.
const stop = (server: RunningServer): Promise<void> => server.stop();
const notStarted = (): void => undefined;
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void starting.then(stop, notStarted));

try {
  await starting;
} catch (error) {
  console.error(error instanceof StartupProblem ? `\n${error.message}\n` : error);
  process.exit(1);
}
