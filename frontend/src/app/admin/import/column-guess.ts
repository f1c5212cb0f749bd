import { IMPORT_FIELDS, type ImportField } from '@deskhand/shared';

/** How other programs call these, in lower case and without signs; the likeliest first. */
const NAMES: Record<ImportField, readonly string[]> = {
  id: ['id', 'key', 'issuekey', 'ticketid'],
  subject: ['subject', 'title', 'summary'],
  description: ['description', 'document', 'text', 'body', 'details', 'message', 'content'],
  status: ['status', 'state'],
  priority: ['priority', 'prio', 'urgency'],
  category: ['category', 'topic', 'topicgroup', 'queue', 'department', 'type'],
  requester: ['requester', 'requesteremail', 'email', 'mail', 'from', 'reporter', 'customer'],
  requesterName: ['requestername', 'name', 'fromname', 'customername'],
  assignee: ['assignee', 'assigneeemail', 'assignedto', 'agent', 'owner'],
  createdAt: ['createdat', 'created', 'createdon', 'opened', 'openedat', 'date'],
  updatedAt: ['updatedat', 'updated', 'changed', 'modified', 'lastmodified'],
  resolvedAt: ['resolvedat', 'resolved', 'solved', 'solvedat'],
  closedAt: ['closedat', 'closed'],
  comments: ['comments', 'replies', 'notes', 'conversation'],
};

/** For each column the field that its name speaks for, if any; no field twice. */
export function guessFields(columns: readonly string[]): (ImportField | null)[] {
  const names = columns.map((column) => column.toLowerCase().replace(/[^\p{L}\d]/gu, ''));
  const fields = columns.map((): ImportField | null => null);
  for (const field of IMPORT_FIELDS) {
    const found = NAMES[field].map((name) => names.indexOf(name)).find((at) => at >= 0 && fields[at] === null);
    if (found !== undefined) fields[found] = field;
  }
  return fields;
}
