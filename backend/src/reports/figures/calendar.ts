import { QUARTER_S } from '../rollups/measures.js';

export const INTERVALS = ['day', 'week', 'month'] as const;
export type Interval = (typeof INTERVALS)[number];

/** A stretch of local days, and when it begins and ends there. */
export interface Bucket {
  /** Local dates; both belong to it. */
  readonly from: string;
  readonly to: string;
  readonly startsAt: Date;
  /** Does not belong to it. */
  readonly endsAt: Date;
}

const DAY_S = 24 * 60 * 60;
/** No zone is further from UTC. */
const FARTHEST_S = 16 * 60 * 60;

export function addDays(date: string, days: number): string {
  const time = new Date(`${date}T00:00:00Z`);
  time.setUTCDate(time.getUTCDate() + days);
  return time.toISOString().slice(0, 10);
}

/** The days from one date to another, the first and the last included, cut where a week (on Mondays) or a month begins. */
export function datesIn(from: string, to: string, interval: Interval): { from: string; to: string }[] {
  const buckets = [];
  for (let start = from; start <= to;) {
    const next = nextStart(start, interval);
    const last = addDays(next, -1);
    buckets.push({ from: start, to: last < to ? last : to });
    start = next;
  }
  return buckets;
}

function nextStart(date: string, interval: Interval): string {
  if (interval === 'day') return addDays(date, 1);
  const time = new Date(`${date}T00:00:00Z`);
  // Sunday is 0.
  if (interval === 'week') return addDays(date, 7 - ((time.getUTCDay() + 6) % 7));
  return new Date(Date.UTC(time.getUTCFullYear(), time.getUTCMonth() + 1, 1)).toISOString().slice(0, 10);
}

/** Those days, one after the other, as times of that zone. */
export function bucketsIn(dates: readonly { from: string; to: string }[], timeZone: string): Bucket[] {
  const buckets: Bucket[] = [];
  for (const { from, to } of dates) {
    const startsAt = buckets.at(-1)?.endsAt ?? startOfDay(from, timeZone);
    buckets.push({ from, to, startsAt, endsAt: startOfDay(addDays(to, 1), timeZone) });
  }
  return buckets;
}

/**
 * When a local day begins: the first quarter of an hour of that date or a later one, found by halving. Right where a day has
 * 23 hours or 23 and a half, where midnight comes twice or not at all, and where a whole day is missing.
 */
export function startOfDay(date: string, timeZone: string): Date {
  const midnight = Date.parse(`${date}T00:00:00Z`) / 1000;
  let [before, after] = [(midnight - FARTHEST_S) / QUARTER_S, (midnight + DAY_S + FARTHEST_S) / QUARTER_S];
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (localDate(new Date(middle * QUARTER_S * 1000), timeZone) >= date) after = middle;
    else before = middle;
  }
  return new Date(after * QUARTER_S * 1000);
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** The date there, as `2026-03-31`. */
export function localDate(at: Date, timeZone: string): string {
  const options = { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' } as const;
  // Swedes write dates as ISO does.
  const format = formats.get(timeZone) ?? new Intl.DateTimeFormat('sv-SE', options);
  formats.set(timeZone, format);
  return format.format(at);
}

/** The quarter of an hour that begins then. */
export function quarterAt(at: Date): number {
  return at.getTime() / (QUARTER_S * 1000);
}
