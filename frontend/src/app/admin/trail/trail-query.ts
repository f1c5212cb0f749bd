import type { Params } from '@angular/router';
import { ACTIVITY_KINDS, type ActivityKind } from '@deskhand/shared';
import { textIn, textsIn, wordsIn } from '../../platform/query-params';
import { sinceDay, type TimePreset } from '../../ui/time-range';

export type TrailQuery = Readonly<Record<string, string>>;

const FILTERS = ['actor', 'subject', 'ticket', 'kind', 'from', 'to', 'bulkId', 'requestId', 'address'] as const;
export type TrailFilter = (typeof FILTERS)[number];

/** Entries on a page. */
const ROWS = 50;
/** Before anything was written here. */
const BEGINNING = '2000-01-01';

/**
 * What the API is asked for: of an address, which may carry anything, what is known. The time is always said, for a page's
 * cursor belongs to it.
 */
export function trailQueryFrom(params: Params, opened: Date): TrailQuery {
  const named = textsIn(params, [...FILTERS, 'cursor']);
  return { from: usualFrom(params, opened), ...named, limit: String(ROWS), total: 'true' };
}

/** Of one ticket or person everything, else the last 30 days. */
function usualFrom(params: Params, opened: Date): string {
  if (isOfSubject(params)) return BEGINNING;
  const to = new Date(textIn(params, 'to'));
  return sinceDay(Number.isNaN(to.getTime()) ? opened : to, { days: 29 }).from;
}

export function isOfSubject(params: Params): boolean {
  return textIn(params, 'subject') !== '' || textIn(params, 'ticket') !== '';
}

export function kindsIn(params: Params): ActivityKind[] {
  return wordsIn(params, 'kind', ACTIVITY_KINDS);
}

/** Each begins with a day of the reader. */
export function trailRanges(now: Date): TimePreset[] {
  return [
    { label: $localize`Today`, range: sinceDay(now, {}) },
    { label: $localize`Last 7 days`, range: sinceDay(now, { days: 6 }) },
    { label: $localize`Last 30 days`, range: sinceDay(now, { days: 29 }) },
    { label: $localize`Last 90 days`, range: sinceDay(now, { days: 89 }) },
    { label: $localize`Last 12 months`, range: sinceDay(now, { months: 12 }) },
    { label: $localize`From the beginning`, range: { from: BEGINNING, to: '' } },
  ];
}
