import { type ActivityKind, csvLine, disarmed } from '@deskhand/shared';
import type { SubjectType } from '../activity-entry.entity.js';
import { ENTRY_COLUMNS, ENTRY_TABLES, type EntryRow, toActivity } from '../entry-row.js';
import type { TrailEntryDto } from './trail.dto.js';

/** An entry with what it is about, as that is called now. */
export interface TrailRow extends EntryRow {
  readonly subject_type: SubjectType;
  readonly subject_id: string;
  readonly subject_number: string | null;
  readonly subject_name: string | null;
  readonly request_id: string | null;
  readonly bulk_id: string | null;
}

export const TRAIL_COLUMNS = `${ENTRY_COLUMNS}, e.subject_type, e.subject_id, e.request_id, e.bulk_id,
  coalesce(st.number, CASE WHEN e.kind IN ('ticket.created', 'ticket.imported', 'ticket.purged')
    THEN (e.payload->>'number')::bigint END) AS subject_number,
  coalesce(st.subject, sp.name, sc.name, sv.name, sn.name) AS subject_name`;

/** The name of a view or a snippet that is not shared is its owner's business. */
export const TRAIL_TABLES = `${ENTRY_TABLES}
  LEFT JOIN tickets st ON e.subject_type = 'ticket' AND st.id = e.subject_id
  LEFT JOIN users sp ON e.subject_type = 'person' AND sp.id = e.subject_id
  LEFT JOIN categories sc ON e.subject_type = 'category' AND sc.id = e.subject_id
  LEFT JOIN saved_views sv ON e.subject_type = 'view' AND sv.id = e.subject_id AND sv.shared
  LEFT JOIN snippets sn ON e.kind LIKE 'snippet.%' AND sn.id = e.subject_id AND sn.shared`;

export function toTrailEntry(row: TrailRow): TrailEntryDto {
  const { subject_type: type, subject_id: id, subject_name: name } = row;
  const number = row.subject_number === null ? null : Number(row.subject_number);
  const subject = { type, id, number, name };
  return { ...toActivity(row, true), subject, requestId: row.request_id, bulkId: row.bulk_id };
}

/** In the order of the file. */
const COLUMNS = [
  'at',
  'kind',
  'actor',
  'actorId',
  'subjectType',
  'subjectId',
  'number',
  'subject',
  'payload',
  'public',
  'requestId',
  'bulkId',
] as const;

export const TRAIL_HEADER = csvLine(COLUMNS);

/** The payload is as it was written, without the texts that are kept beside the trail. */
export function trailLine(row: TrailRow): string {
  const cells: Record<(typeof COLUMNS)[number], string | null> = {
    at: row.at.toISOString(),
    kind: row.kind satisfies ActivityKind,
    actor: row.actor_name,
    actorId: row.actor_id,
    subjectType: row.subject_type,
    subjectId: row.subject_id,
    number: row.subject_number,
    subject: row.subject_name,
    payload: JSON.stringify(row.payload),
    public: String(row.public),
    requestId: row.request_id,
    bulkId: row.bulk_id,
  };
  return csvLine(COLUMNS.map((column) => disarmed(cells[column] ?? '')));
}
