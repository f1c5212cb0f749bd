import type { Params } from '@angular/router';
import { textIn } from '../platform/query-params';

/** Which of a ticket's times a filter is about. */
export type TimeField = 'created' | 'updated';

/**
 * From one moment on, up to another, as the address and the API have them: RFC 3339, or a date, which is a whole day in
 * UTC. Empty where that side is open.
 */
export interface TimeRange {
  readonly from: string;
  readonly to: string;
}

export interface TimePreset {
  readonly label: string;
  readonly range: TimeRange;
}

/** All of the time. */
export const NO_RANGE: TimeRange = { from: '', to: '' };

export function isOpen({ from, to }: TimeRange): boolean {
  return from === '' && to === '';
}

const DATE = /^\d{4}-\d\d-\d\d$/;

export function timeRangeIn(params: Params, field: TimeField): TimeRange {
  return { from: textIn(params, `${field}From`), to: textIn(params, `${field}To`) };
}

/** Of a list that has one time only. */
export function rangeIn(params: Params): TimeRange {
  return { from: textIn(params, 'from'), to: textIn(params, 'to') };
}

export function rangeParams({ from, to }: TimeRange): Params {
  return { from: from || null, to: to || null };
}

export function timeParams(field: TimeField, { from, to }: TimeRange): Params {
  return { [`${field}From`]: from || null, [`${field}To`]: to || null };
}

/** Each begins with a day of the reader, today's among them, and goes on: what comes next belongs to it, too. */
export function timePresets(now: Date): TimePreset[] {
  return [
    { label: $localize`Today`, range: sinceDay(now, {}) },
    { label: $localize`Last 7 days`, range: sinceDay(now, { days: 6 }) },
    { label: $localize`Last 30 days`, range: sinceDay(now, { days: 29 }) },
    { label: $localize`Last 12 months`, range: sinceDay(now, { months: 12 }) },
  ];
}

/** From the beginning of the reader's day that was so long ago. */
export function sinceDay(now: Date, { months = 0, days = 0 }: { months?: number; days?: number }): TimeRange {
  const from = new Date(now.getFullYear(), now.getMonth() - months, now.getDate() - days);
  return { from: addressed(from), to: '' };
}

/** From the first day of the reader to the end of the last one. */
export function rangeOfDays(first: Date | null, last: Date | null): TimeRange {
  return { from: first ? addressed(startOfDay(first)) : '', to: last ? addressed(startOfDay(last, 1)) : '' };
}

/** The days of the reader that a range touches, for changing it by days. */
export function daysOf(range: TimeRange): { readonly first: Date | null; readonly last: Date | null } {
  const { from, to } = momentsOf(range);
  return { first: from && startOfDay(from), last: to && startOfDay(lastMomentBefore(to)) };
}

/** In the reader's words and zone; the time of day only where it is not a day that begins or ends. */
export function timeRangeWords(range: TimeRange, { locale, now }: { locale: string; now: Date }): string {
  const { from, to } = momentsOf(range);
  // What cannot be read is shown as it stands: the API refuses it.
  if ((range.from !== '' && !from) || (range.to !== '' && !to)) return [range.from, range.to].join(' – ');
  const areDays = [from, to].every((moment) => !moment || isStartOfDay(moment));
  const last = to && areDays ? lastMomentBefore(to) : to;
  const format = formatOf(locale, {
    withTime: !areDays,
    withYear: [from, last].some((each) => isOfOtherYear(each, now)),
  });
  if (from && last) return from <= last ? format.formatRange(from, last) : $localize`no day`;
  if (from) return $localize`since ${format.format(from)}:day:`;
  const until = last ? format.format(last) : '';
  return areDays ? $localize`until ${until}:day:` : $localize`before ${until}:moment:`;
}

function momentsOf({ from, to }: TimeRange): { from: Date | null; to: Date | null } {
  return { from: momentOf(from, 0), to: momentOf(to, 1) };
}

/** @param days that a date's own day has to be over */
function momentOf(text: string, days: number): Date | null {
  const moment = new Date(text);
  if (DATE.test(text)) moment.setUTCDate(moment.getUTCDate() + days);
  return Number.isNaN(moment.getTime()) ? null : moment;
}

/** As the address carries it: the same moment wherever it is read. */
function addressed(moment: Date): string {
  return moment.toISOString().replace('.000Z', 'Z');
}

function startOfDay(moment: Date, daysLater = 0): Date {
  return new Date(moment.getFullYear(), moment.getMonth(), moment.getDate() + daysLater);
}

function isStartOfDay(moment: Date): boolean {
  return startOfDay(moment).getTime() === moment.getTime();
}

function lastMomentBefore(moment: Date): Date {
  return new Date(moment.getTime() - 1);
}

function isOfOtherYear(moment: Date | null, now: Date): boolean {
  return moment !== null && moment.getFullYear() !== now.getFullYear();
}

function formatOf(
  locale: string,
  { withTime, withYear }: { withTime: boolean; withYear: boolean },
): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    ...(withYear ? { year: 'numeric' } : {}),
    ...(withTime ? { hour: 'numeric', minute: '2-digit' } : {}),
  });
}
