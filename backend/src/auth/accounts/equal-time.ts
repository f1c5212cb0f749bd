import { setTimeout as sleep } from 'node:timers/promises';
import { SECOND } from '../../platform/clock.js';

/** Milliseconds; longer than the work ever takes on a machine that is not overloaded. */
const ANSWER_TIME = 0.3 * SECOND;

/** Does the work, and is not over before a fixed time is, so that nobody learns from the duration what was found. */
export async function inEqualTime(work: () => Promise<void>): Promise<void> {
  await Promise.all([work(), sleep(ANSWER_TIME)]);
}
