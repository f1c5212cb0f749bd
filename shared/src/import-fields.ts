/** What a column of an imported file can be; one column for each at most. */
export const IMPORT_FIELDS = [
  'id',
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
  'comments',
] as const;
export type ImportField = (typeof IMPORT_FIELDS)[number];

/** Which column of the file is which field, by the columns' names. */
export type ColumnMap = Readonly<Partial<Record<ImportField, string>>>;

export const IMPORT_LIMITS = {
  /** Of the file as it is sent, in units of 1,048,576 bytes. */
  megabytes: 200,
  /** So that what is remembered of the rows, to tell equal ones apart, stays below 50 MB of memory. */
  rows: 500_000,
  /** Of one ticket. */
  comments: 500,
  /** Problems that a report tells of; it counts all. */
  problems: 1_000,
} as const;
