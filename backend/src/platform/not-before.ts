import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Does the work and gives its result not before so many milliseconds are over, so that nobody learns from the duration
 * what was found. The time is longer than the work ever takes on a machine that is not overloaded.
 */
export async function notBefore<T>(milliseconds: number, work: () => Promise<T>): Promise<T> {
  const [result] = await Promise.all([work(), sleep(milliseconds)]);
  return result;
}
