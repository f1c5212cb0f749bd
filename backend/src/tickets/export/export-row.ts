import { type ActorFacts, csvLine, disarmed, type ImportField, isStaffRole, PRIORITIES } from '@deskhand/shared';
import { FACT_COLUMNS, type FactsRow } from '../ticket/ticket-row.js';

export const EXPORT_COLUMNS = `${FACT_COLUMNS}, t.description, t.resolved_at, t.closed_at`;

export interface ExportRow extends FactsRow {
  readonly description: string;
  readonly resolved_at: Date | null;
  readonly closed_at: Date | null;
}

/** In the order of the file. They are called like the fields of an import, which finds them by these names. */
const COLUMNS = [
  'id',
  'number',
  'subject',
  'description',
  'status',
  'priority',
  'category',
  'requester',
  'requesterName',
  'assignee',
  'createdAt',
  'updatedAt',
  'resolvedAt',
  'closedAt',
] as const satisfies readonly (ImportField | 'number')[];

export const EXPORT_HEADER = csvLine(COLUMNS);

/** Mail addresses are for staff, but one's own. */
export function exportLine(row: ExportRow, reader: ActorFacts): string {
  const seesMail = isStaffRole(reader.role);
  const cells: Record<(typeof COLUMNS)[number], string | null> = {
    id: row.id,
    number: row.number,
    subject: row.subject,
    description: row.description,
    status: row.status,
    priority: PRIORITIES[row.priority] ?? 'normal',
    category: row.category_name,
    requester: seesMail || row.requester_id === reader.id ? row.requester_email : row.requester_name,
    requesterName: row.requester_name,
    assignee: seesMail ? row.assignee_email : row.assignee_name,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
    resolvedAt: row.resolved_at?.toISOString() ?? null,
    closedAt: row.closed_at?.toISOString() ?? null,
  };
  return csvLine(COLUMNS.map((column) => disarmed(cells[column] ?? '')));
}
