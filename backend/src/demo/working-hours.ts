import { DAY, MINUTE } from '../platform/clock.js';
import type { Random } from './random.js';

export const TIME_ZONE = 'Europe/London';

const HOUR = 60 * MINUTE;
const OPENS = 8 * 60;
const CLOSES = 17 * 60 + 30;

const PARTS = new Intl.DateTimeFormat('en-GB', {
  timeZone: TIME_ZONE,
  ...{ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
});

/** By the hour, for asking takes long and clocks change on the hour. */
const offsets = new Map<number, number>();

/** What a clock on the company's wall shows, as if that were UTC. */
function onTheWall(time: number): number {
  const hour = Math.floor(time / HOUR);
  let offset = offsets.get(hour);
  if (offset === undefined) {
    offset = readWall(hour * HOUR) - hour * HOUR;
    offsets.set(hour, offset);
  }
  return Math.floor((time + offset) / MINUTE) * MINUTE;
}

function readWall(time: number): number {
  const part = Object.fromEntries(PARTS.formatToParts(time).map(({ type, value }) => [type, Number(value)]));
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0 } = part;
  return Date.UTC(year, month - 1, day, hour, minute);
}

/** The moment at which the clock on the wall shows so many minutes after midnight, on the day of `time`. */
export function atMinute(time: number, minute: number): number {
  const wall = onTheWall(time);
  const wanted = wall - (wall % DAY) + minute * MINUTE;
  return wanted - (onTheWall(wanted) - wanted);
}

/** 0 is Sunday. */
export function weekday(time: number): number {
  return new Date(onTheWall(time)).getUTCDay();
}

export function minuteOfDay(time: number): number {
  return (onTheWall(time) % DAY) / MINUTE;
}

export function isWorkday(time: number): boolean {
  return weekday(time) % 6 !== 0;
}

function isAtWork(time: number): boolean {
  const minute = minuteOfDay(time);
  return isWorkday(time) && minute >= OPENS && minute < CLOSES;
}

/** The moment itself where somebody is at work then, else one before it. */
export function lastTimeAtWork(time: number): number {
  let at = time;
  while (!isAtWork(at)) at -= 37 * MINUTE;
  return at;
}

/** The moment itself where somebody is at work then, else soon after the next opening. */
export function whenAtWork(time: number, random: Random): number {
  if (isAtWork(time)) return time;
  let morning = atMinute(time, OPENS);
  while (morning < time || !isWorkday(morning)) morning = atMinute(morning + DAY, OPENS);
  return morning + random.between(3, 80) * MINUTE + random.between(0, 59) * 1_000;
}
