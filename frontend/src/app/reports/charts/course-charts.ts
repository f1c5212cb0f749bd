import { wholeNumber } from '../../ui/whole-number';
import { queueParams, type ReportQuery } from '../filters/report-query';
import type { DurationsCourse, Volume } from '../reports-api';
import type { ChartModel } from './chart-model';
import { durationStep, durationWords } from './duration-words';

type Part = Pick<Volume['parts'][number], 'from' | 'to'>;
type Interval = Volume['interval'];

/** What a part of the time is called: a day, a week by its days, or a month where it is whole. */
export function partLabel({ from, to }: Part, interval: Interval, locale: string): string {
  const words = (date: string, options: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(new Date(`${date}T00:00:00Z`));
  if (interval === 'month' && from.endsWith('-01')) return words(from, { month: 'short', year: 'numeric' });
  const first = words(from, { day: 'numeric', month: 'short' });
  return from === to ? first : $localize`${first}:from: to ${words(to, { day: 'numeric', month: 'short' })}:to:`;
}

export function volumeChart({ parts, interval }: Volume, query: ReportQuery, locale: string): ChartModel {
  const number = (value: number): string => wholeNumber(value, locale);
  const sum = (which: 'created' | 'resolved'): string => number(parts.reduce((total, part) => total + part[which], 0));
  return {
    kind: 'course',
    series: [$localize`Created`, $localize`Resolved`],
    columns: [partColumn(interval), $localize`Created`, $localize`Resolved`],
    rows: parts.map((part) => ({
      label: partLabel(part, interval, locale),
      values: [part.created, part.resolved],
      cells: [number(part.created), number(part.resolved)],
      link: queueParams(query, { createdFrom: part.startsAt, createdTo: part.endsAt }),
    })),
    summary: $localize`${sum('created')}:created: tickets were created and ${sum('resolved')}:resolved: resolved.`,
    format: number,
  };
}

export function durationsChart(report: DurationsCourse, locale: string): ChartModel {
  const { parts, interval, durations } = report;
  const words = (seconds: number | null): string => (seconds === null ? '–' : durationWords(seconds, locale));
  return {
    kind: 'course',
    series: [$localize`Median`, $localize`9 of 10 within`],
    columns: [
      partColumn(interval),
      $localize`:how many there are|:Number`,
      $localize`Median`,
      $localize`9 of 10 within`,
    ],
    rows: parts.map((part) => ({
      label: partLabel(part, interval, locale),
      values: [part.durations.median, part.durations.percentile90],
      cells: [
        wholeNumber(part.durations.count, locale),
        words(part.durations.median),
        words(part.durations.percentile90),
      ],
      link: null,
    })),
    summary: $localize`Half took at most ${words(durations.median)}:median:, nine of ten at most ${words(durations.percentile90)}:percentile:.`,
    format: words,
    stepFor: durationStep,
  };
}

function partColumn(interval: Interval): string {
  switch (interval) {
    case 'day':
      return $localize`Day`;
    case 'week':
      return $localize`Week`;
    case 'month':
      return $localize`Month`;
  }
}
