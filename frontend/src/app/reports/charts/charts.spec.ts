import { describe, expect, it } from '@jest/globals';
import { queryFrom } from '../filters/report-query';
import type { DurationsCourse, OpenNow, Volume } from '../reports-api';
import { durationsChart, partLabel, volumeChart } from './course-charts';
import { durationStep, durationWords } from './duration-words';
import { openCharts } from './open-charts';

const PART = {
  from: '2026-03-02',
  to: '2026-03-08',
  startsAt: '2026-03-01T23:00:00.000Z',
  endsAt: '2026-03-08T23:00:00.000Z',
};
const WEEK = { from: '2026-03-02', to: '2026-03-08', timeZone: 'Europe/Berlin', interval: 'week' } as const;

describe('charts', () => {
  it('tell how long something took as people would', () => {
    const words = [0, 40, 90, 5_000, 100_000, 200_000, 2_000_000].map((seconds) => durationWords(seconds, 'en'));
    expect(words).toEqual(['0 hr', '40 sec', '1.5 min', '1.4 hr', '28 hr', '2.3 days', '23 days']);
  });

  it('have scales of round times', () => {
    expect([50, 3_000, 100_000, 600_000].map(durationStep)).toEqual([15, 900, 21_600, 172_800]);
  });

  it('name days, weeks and whole months', () => {
    expect(partLabel({ from: '2026-03-02', to: '2026-03-02' }, 'day', 'en')).toBe('Mar 2');
    expect(partLabel(PART, 'week', 'en')).toBe('Mar 2 to Mar 8');
    expect(partLabel({ from: '2026-03-01', to: '2026-03-31' }, 'month', 'en')).toBe('Mar 2026');
    expect(partLabel({ from: '2026-03-10', to: '2026-03-31' }, 'month', 'en')).toBe('Mar 10 to Mar 31');
  });

  it('lead from a part of the time to the tickets that were created in it', () => {
    const volume: Volume = { ...WEEK, parts: [{ ...PART, created: 1_234, resolved: 7 }] };
    const chart = volumeChart(volume, queryFrom({ priority: 'high' }), 'en');
    expect(chart.summary).toBe('1,234 tickets were created and 7 resolved.');
    expect(chart.rows[0]).toEqual({
      label: 'Mar 2 to Mar 8',
      values: [1_234, 7],
      cells: ['1,234', '7'],
      link: { priority: 'high', createdFrom: PART.startsAt, createdTo: PART.endsAt },
    });
  });

  it('show nothing where nothing took any time', () => {
    const none = { count: 0, median: null, percentile90: null };
    const course: DurationsCourse = {
      ...WEEK,
      relativeError: 0.05,
      durations: none,
      parts: [{ ...PART, durations: none }],
    };
    expect(durationsChart(course, 'en').rows[0]).toMatchObject({ values: [null, null], cells: ['0', '–', '–'] });
  });

  it('lead from what is open to just these tickets', () => {
    const open: OpenNow = {
      timeZone: 'UTC',
      total: 3,
      statuses: [{ status: 'on_hold', count: 3 }],
      priorities: [{ priority: 'urgent', count: 0 }],
      categories: [{ category: null, count: 3 }],
      assignees: [{ assignee: null, count: 2 }],
      ages: [{ age: 'older', createdFrom: null, createdTo: PART.startsAt, count: 3 }],
    };
    const links = openCharts(open, queryFrom({ category: 'email' }), 'en').map(({ model }) => model.rows[0]?.link);
    const phase = 'new,active,waiting';
    expect(links).toEqual([
      { phase, category: 'email', status: 'on_hold' },
      { phase, category: 'email', createdTo: PART.startsAt },
      null,
      null,
      { phase, category: 'email', assignee: 'none' },
    ]);
  });
});
