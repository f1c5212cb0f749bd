import { DAY } from '../../platform/clock.js';
import { Problem } from '../../platform/problems.js';
import { isIndexed } from './trail-plan.js';
import type { TrailFilters } from './trail-query.dto.js';

/** The time in which entries are looked for. */
export interface TimeSpan {
  readonly from: Date;
  readonly to: Date | null;
}

/** Days that are looked at where nobody says which. */
const USUAL_DAYS = 30;
/** Days that may be looked through where no index gives what is asked for: an index more would slow down every change. */
const MOST_DAYS_WALKED = 93;

/**
 * Where only the end is named, the days before it; without either the last days, by whole ones, so that a page's cursor
 * stays good.
 *
 * @throws Problem `invalid_query` for too long a time
 */
export function spanOf(filters: TrailFilters, now: Date): TimeSpan {
  const { to = null } = filters;
  const end = to ?? now;
  const usual = new Date(Math.floor(end.getTime() / DAY) * DAY - USUAL_DAYS * DAY);
  const isOfSubject = filters.subject !== undefined || filters.ticket !== undefined;
  const from = filters.from ?? (isOfSubject ? new Date(0) : usual);
  if (isIndexed(filters) || end.getTime() - from.getTime() <= MOST_DAYS_WALKED * DAY) return { from, to };
  const detail = `With these filters look at no more than ${MOST_DAYS_WALKED} days at once.`;
  throw new Problem('invalid_query', 'Some parameters of the address cannot be taken.', {
    errors: [{ pointer: '/from', code: 'span', detail }],
  });
}
