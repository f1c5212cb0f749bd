import type { SortKey } from '../../platform/database/keyset.js';
import type { TicketOrder } from './ticket-query.dto.js';

/** Ties go by number, the newest first. */
function sortBy(column: string, type: SortKey['type'], descending: boolean): SortKey {
  return { column, type, descending, tie: { column: 't.number', type: 'bigint', descending: true } };
}

export const TICKET_ORDER: Record<TicketOrder, SortKey> = {
  '-createdAt': sortBy('t.created_at', 'timestamptz', true),
  createdAt: sortBy('t.created_at', 'timestamptz', false),
  '-updatedAt': sortBy('t.updated_at', 'timestamptz', true),
  updatedAt: sortBy('t.updated_at', 'timestamptz', false),
  '-priority': sortBy('t.priority', 'smallint', true),
  priority: sortBy('t.priority', 'smallint', false),
  '-number': sortBy('t.number', 'bigint', true),
  number: sortBy('t.number', 'bigint', false),
};
