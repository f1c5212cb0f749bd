import { StartupProblem } from './platform/startup-problem.js';
import type { RunningServer } from './server.js';

/**
 * Runs a server until somebody asks the process to stop, from the first moment on: while it starts, too, it gets a
 * database that is left in order.
 *
 * @param start may look whether it is still wanted, where it takes long
 */
export async function runUntilStopped(start: (stopping: AbortSignal) => Promise<RunningServer>): Promise<void> {
  const asked = new AbortController();
  const starting = start(asked.signal);
  const stop = (server: RunningServer): Promise<void> => server.stop();
  const notStarted = (): void => undefined;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      asked.abort(new StartupProblem('Stopped before it was done.'));
      void starting.then(stop, notStarted);
    });
  }
  try {
    await starting;
  } catch (error) {
    console.error(error instanceof StartupProblem ? `\n${error.message}\n` : error);
    process.exit(1);
  }
}
