import type { Params } from '@angular/router';
import { PRIORITIES } from '@deskhand/shared';

/** Ranges that have a name: so many days up to today. */
export const DAYS_CHOICES = ['7', '30', '90', '365'] as const;
const DEFAULT_DAYS = '30';

/** What the page shows, as its address says it; an empty text or list means that nothing was chosen. */
export interface ReportQuery {
  readonly days: string;
  /** Own dates, which go before the days. */
  readonly from: string;
  readonly to: string;
  readonly priority: readonly string[];
  readonly category: readonly string[];
  readonly assignee: readonly string[];
}

export const FILTER_KEYS = ['category', 'priority', 'assignee'] as const;
export type FilterKey = (typeof FILTER_KEYS)[number];

const DATE = /^2[01]\d\d-\d\d-\d\d$/;

/** An address may carry anything: only what can be asked for is taken. */
export function queryFrom(params: Params): ReportQuery {
  const text = (key: string): string => {
    const value: unknown = params[key];
    return typeof value === 'string' ? value : '';
  };
  const list = (key: FilterKey): string[] => text(key).split(',').filter(Boolean);
  const [from, to] = [text('from'), text('to')];
  const isOwn = DATE.test(from) && DATE.test(to) && from <= to;
  return {
    days: DAYS_CHOICES.find((days) => days === text('days')) ?? DEFAULT_DAYS,
    from: isOwn ? from : '',
    to: isOwn ? to : '',
    priority: list('priority').filter((value) => PRIORITIES.some((priority) => priority === value)),
    category: list('category'),
    assignee: list('assignee'),
  };
}

/** The same for the address; null takes a parameter away. */
export function paramsOf({ days, from, to, ...filters }: ReportQuery): Params {
  const isOwn = from !== '';
  return {
    days: isOwn || days === DEFAULT_DAYS ? null : days,
    from: from || null,
    to: to || null,
    ...Object.fromEntries(FILTER_KEYS.map((key) => [key, filters[key].join(',') || null])),
  };
}

/** The filters as the API takes them, and as the queue does. */
export function filterParams(query: ReportQuery): Record<string, string> {
  return Object.fromEntries(
    FILTER_KEYS.flatMap((key) => (query[key].length > 0 ? [[key, query[key].join(',')] as const] : [])),
  );
}

/** Days and filters, as the API takes them. */
export function reportParams(query: ReportQuery): Record<string, string> {
  const { days, from, to } = query;
  return { ...(from === '' ? { days } : { from, to }), ...filterParams(query) };
}

/** A list has one assignee or any: what several people have, no address of the queue shows. */
export function queueParams(query: ReportQuery, more: Record<string, string>): Record<string, string> | null {
  const params = { ...filterParams(query), ...more };
  return (params['assignee'] ?? '').includes(',') ? null : params;
}
