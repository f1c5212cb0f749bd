import { fileURLToPath } from 'node:url';
import { startServer } from './server.js';
import { StartupProblem } from './platform/startup-problem.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

try {
  const server = await startServer(ROOT);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void server.stop());
} catch (error) {
  console.error(error instanceof StartupProblem ? `\n${error.message}\n` : error);
  process.exit(1);
}
