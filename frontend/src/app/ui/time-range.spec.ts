import { describe, expect, it } from '@jest/globals';
import { daysOf, rangeOfDays, timePresets, type TimeRange, timeRangeWords } from './time-range';

/** Whatever the zone in which this runs: days are the reader's. */
const NOW = new Date(2026, 10, 23, 14, 30);
const day = (year: number, month: number, date: number): string =>
  new Date(year, month - 1, date).toISOString().replace('.000Z', 'Z');

function words(range: Partial<TimeRange>): string {
  return timeRangeWords({ from: '', to: '', ...range }, { locale: 'en-GB', now: NOW }).replace(/[\u2009\u202f]/g, ' ');
}

describe('a range of time in words', () => {
  it('names days, the last of which belongs to it', () => {
    expect(words({ from: day(2026, 11, 12) })).toBe('since 12 Nov');
    expect(words({ to: day(2026, 11, 13) })).toBe('until 12 Nov');
    expect(words({ from: day(2026, 10, 1), to: day(2026, 11, 13) })).toBe('1 Oct – 12 Nov');
    expect(words({ from: day(2026, 11, 12), to: day(2026, 11, 13) })).toBe('12 Nov');
  });

  it('names the year where it is another one', () => {
    expect(words({ from: day(2025, 11, 12) })).toBe('since 12 Nov 2025');
    expect(words({ from: day(2025, 12, 30), to: day(2026, 1, 3) })).toBe('30 Dec 2025 – 2 Jan 2026');
  });

  it('names the time of day where it is not a whole day of the reader', () => {
    const noon = new Date(2026, 10, 12, 12, 5).toISOString();
    expect(words({ from: noon })).toBe('since 12 Nov, 12:05');
    expect(words({ to: noon })).toBe('before 12 Nov, 12:05');
  });

  it('takes a date for a day in UTC, as the list does', () => {
    expect(words({ from: '2026-10-01' })).toBe(words({ from: '2026-10-01T00:00:00Z' }));
    expect(words({ to: '2026-10-01' })).toBe(words({ to: '2026-10-02T00:00:00Z' }));
  });

  it('shows what nobody can read as it stands, and what holds nothing as that', () => {
    expect(words({ from: 'yesterday' })).toContain('yesterday');
    expect(words({ from: day(2026, 11, 12), to: day(2026, 11, 1) })).toBe('no day');
  });
});

describe('a range of time', () => {
  it('of days is the same days when it is asked again', () => {
    const [first, last] = [new Date(2026, 9, 1), new Date(2026, 10, 12)];
    const range = rangeOfDays(first, last);
    expect(range).toEqual({ from: day(2026, 10, 1), to: day(2026, 11, 13) });
    expect(daysOf(range)).toEqual({ first, last });
    expect(daysOf(rangeOfDays(null, last))).toEqual({ first: null, last });
  });

  it('that people ask for most begins with a day, today among them', () => {
    expect(timePresets(NOW).map(({ label, range }) => [label, range.from])).toEqual([
      ['Today', day(2026, 11, 23)],
      ['Last 7 days', day(2026, 11, 17)],
      ['Last 30 days', day(2026, 10, 25)],
      ['Last 12 months', day(2025, 11, 23)],
    ]);
  });
});
