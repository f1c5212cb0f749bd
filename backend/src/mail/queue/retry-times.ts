import { MINUTE } from '../../platform/clock.js';

const HOUR = 60 * MINUTE;
const FIRST_WAITS = [MINUTE, 5 * MINUTE, 30 * MINUTE, HOUR, 2 * HOUR] as const;
const LATER_WAIT = 3 * HOUR;
/** Milliseconds after which a mail is given up. */
export const PATIENCE = 96 * HOUR;
/** Waits are lengthened by up to this share, so that what failed together does not come again together. */
const JITTER = 0.2;

/**
 * Milliseconds until a mail is tried again.
 *
 * @param attempts how often it was tried
 */
export function waitAfter(attempts: number): number {
  return (FIRST_WAITS[attempts - 1] ?? LATER_WAIT) * (1 + JITTER * Math.random());
}
