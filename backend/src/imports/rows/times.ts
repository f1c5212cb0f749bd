const TIME =
  /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?(?: ?(Z|[+-]\d\d(?::?\d\d)?))?)?$/i;

const MINUTE = 60_000;
const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * Reads `2026-03-31`, `2026-03-31 14:05`, `2026-03-31 14:05:09` and RFC 3339; nothing where it is no such time.
 *
 * @param timeZone of times that name none
 */
export function readTime(text: string, timeZone: string): Date | null {
  const [, year, month, day, hour = '0', minute = '0', second = '0', fraction = '', zone] = TIME.exec(text) ?? [];
  if (year === undefined || month === undefined || day === undefined) return null;
  const parts = [year, month, day, hour, minute, second].map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const [y, m, d, h, min, s] = parts;
  const clock = Date.UTC(y, m - 1, d, h, min, s, Number(fraction.padEnd(3, '0').slice(0, 3)));
  if (y < 1970 || !isOnCalendar(clock, parts)) return null;
  return new Date(zone === undefined ? inZone(clock, timeZone) : clock - offsetOf(zone));
}

/** The 30th of February would be taken for another day. */
function isOnCalendar(clock: number, parts: readonly number[]): boolean {
  const read = new Date(clock).toISOString().slice(0, 19).split(/[-T:]/).map(Number);
  return parts.every((part, at) => part === read[at]);
}

/** Milliseconds that the zone's clock is ahead. */
function offsetOf(zone: string): number {
  const [, sign, hours = '0', minutes = '0'] = /^([+-])(\d\d):?(\d\d)?$/.exec(zone) ?? [];
  if (sign === undefined) return 0;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * MINUTE;
}

/** The moment at which clocks of that zone show this time. */
function inZone(clock: number, timeZone: string): number {
  if (timeZone === 'UTC') return clock;
  const near = clock - aheadAt(clock, timeZone);
  return clock - aheadAt(near, timeZone);
}

function aheadAt(moment: number, timeZone: string): number {
  let format = formats.get(timeZone);
  if (!format) {
    const figures = { year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric' } as const;
    format = new Intl.DateTimeFormat('en', { timeZone, hourCycle: 'h23', ...figures, second: 'numeric' });
    formats.set(timeZone, format);
  }
  const parts = new Map(format.formatToParts(moment).map(({ type, value }) => [type, Number(value)]));
  const part = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? 0;
  const shown = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
  return shown - Math.floor(moment / 1000) * 1000;
}
