import { type ActorFacts, VIEW_COUNT_LIMIT } from '@deskhand/shared';
import { type CountRow, countQuery } from '../../platform/database/count-query.js';
import { EXAMINE_LIMIT } from '../../platform/database/list-query.js';
import { filteredTickets } from '../lists/ticket-filters.js';
import { SUMMARY_TABLES } from '../ticket/ticket-row.js';
import type { TicketFilters } from '../lists/ticket-query.dto.js';

/** Tickets that all counts of one reader look at together, at most: each of many views gets its share. */
const EXAMINE_TOGETHER = 1_000_000;

export interface ViewCountRow extends CountRow {
  /** The place among the lists that were asked for. */
  readonly at: number;
}

interface Statement {
  readonly text: string;
  readonly parameters: unknown[];
}

/** Counts the tickets of each list, as this reader sees them, in one statement that looks at a bounded number of rows. */
export function viewCountQuery(
  reader: ActorFacts,
  lists: readonly TicketFilters[],
  examined = Math.min(EXAMINE_LIMIT, Math.floor(EXAMINE_TOGETHER / lists.length)),
): Statement {
  const parameters: unknown[] = [];
  const counts = lists.map((list, at) => {
    const counted = { ...filteredTickets(reader, list, parameters), select: '', from: SUMMARY_TABLES };
    const count = countQuery(counted, VIEW_COUNT_LIMIT, examined);
    return `SELECT ${at} AS at, counted.* FROM (${count}) AS counted`;
  });
  return { text: counts.join(' UNION ALL '), parameters };
}
