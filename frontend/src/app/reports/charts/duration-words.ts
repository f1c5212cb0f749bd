const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const STEPS = [
  ...[1, 5, 15, 30, MINUTE, 5 * MINUTE, 15 * MINUTE, 30 * MINUTE],
  ...[HOUR, 2 * HOUR, 6 * HOUR, 12 * HOUR, DAY, 2 * DAY, 5 * DAY, 10 * DAY, 30 * DAY, 100 * DAY],
];
const MOST_STEPS = 5;

/** Seconds between two lines of a scale, so that both have a round name. */
export function durationStep(most: number): number {
  return STEPS.find((step) => step * MOST_STEPS >= most) ?? most / MOST_STEPS;
}

/** Seconds in the unit that people would take, with as many digits as can be believed. */
export function durationWords(seconds: number, locale: string): string {
  const [value, unit] = scaled(seconds);
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit,
    unitDisplay: 'short',
    maximumFractionDigits: value < 10 && unit !== 'second' ? 1 : 0,
  }).format(value);
}

function scaled(seconds: number): [number, 'second' | 'minute' | 'hour' | 'day'] {
  if (seconds === 0) return [0, 'hour'];
  if (seconds < MINUTE) return [seconds, 'second'];
  if (seconds < HOUR) return [seconds / MINUTE, 'minute'];
  return seconds < 2 * DAY ? [seconds / HOUR, 'hour'] : [seconds / DAY, 'day'];
}
