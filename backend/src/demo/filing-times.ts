import { DAY, MINUTE, SECOND } from '../platform/clock.js';
import type { Random } from './random.js';
import { atMinute, isWorkday, minuteOfDay, weekday } from './working-hours.js';

/** How much happens on a Sunday, a Monday … */
const LOAD = [0.06, 1.35, 1.1, 1, 0.95, 0.75, 0.12];
/** The last days are what people look at. */
const LATELY_DAYS = 9;
const LATELY = 1.7;
const NIGHT_SHARE = 0.05;

/** Minutes before now; whenever one looks, something has just come in. */
export const JUST_NOW = [4, 11, 27, 52, 95, 160, 240, 330, 470, 800, 1_180, 1_390];

/** When tickets are filed, the earliest first. */
export function filingTimes(now: number, days: number, count: number, random: Random): number[] {
  const recent = JUST_NOW.filter((minutes, index) => isBusy(now - minutes * MINUTE) || index % 2 === 0).map(
    (minutes) => now - minutes * MINUTE - random.between(0, 50) * SECOND,
  );
  const times = [...recent];
  while (times.length < count) {
    const time = oneTime(now, days, random);
    if (time < now - 2 * MINUTE && time > now - days * DAY) times.push(time);
  }
  return times.sort((one, other) => one - other);
}

function oneTime(now: number, days: number, random: Random): number {
  for (;;) {
    const ago = random.between(0, days);
    const day = now - ago * DAY;
    const load = (LOAD[weekday(day)] ?? 0) * (ago <= LATELY_DAYS ? LATELY : 1);
    if (random.next() * 2.3 < load) return atMinute(day, minute(random)) + random.between(0, 59) * SECOND;
  }
}

/** Most in the morning, fewer around noon, a few at night. */
function minute(random: Random): number {
  if (random.happens(NIGHT_SHARE)) return random.pick([random.between(5, 400), random.between(1_110, 1_435)]);
  if (random.happens(0.58)) return random.between(7 * 60 + 20, 12 * 60);
  return random.between(12 * 60 + 40, 17 * 60 + 30);
}

function isBusy(time: number): boolean {
  return isWorkday(time) && minuteOfDay(time) > 7 * 60 && minuteOfDay(time) < 18 * 60;
}
