import { StartupProblem } from './platform/startup-problem.js';
import type { RunningServer } from './server.js';

/** Milliseconds that a start gets to come to its end once the process is asked to stop; it may wait for what never comes. */
const START_PATIENCE = 8_000;

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
  let isStarting = true;
  const endWaiting = (): void => {
    if (!isStarting) return;
    console.error('\nStopped while it waited for the database.\n');
    process.exit(1);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      asked.abort(new StartupProblem('Stopped before it was done.'));
      void starting.then(stop, notStarted);
      setTimeout(endWaiting, START_PATIENCE).unref();
    });
  }
  try {
    await starting;
    isStarting = false;
  } catch (error) {
    console.error(error instanceof StartupProblem ? `\n${error.message}\n` : error);
    process.exit(1);
  }
}
