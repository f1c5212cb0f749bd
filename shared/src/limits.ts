/** Lengths in characters (Unicode code units, as the browser counts them) unless another unit is named. */
export const LIMITS = {
  subject: { min: 3, max: 150 },
  description: { min: 1, max: 20_000 },
  comment: { min: 1, max: 20_000 },
  reason: { min: 1, max: 500 },
  name: { min: 1, max: 100 },
  email: { max: 254 },
  phone: { max: 40 },
  place: { max: 100 },
  /** bcrypt reads 72 bytes; a longer password is refused, never cut. */
  password: { min: 8, maxBytes: 72 },
  page: { default: 25, max: 100 },
  /** The words of a search. */
  search: { max: 200 },
  /** Tickets in one bulk change. */
  bulk: { max: 200 },
  category: { name: { min: 1, max: 60 }, description: { max: 200 }, max: 100 },
  /** Views that a person keeps, and shared ones in all: each of them is counted for whoever reads. */
  view: { name: { min: 1, max: 60 }, own: 50, shared: 100 },
  /** Snippets that a person keeps, and shared ones in all: a client has all of them at hand. */
  snippet: { name: { min: 1, max: 60 }, body: { min: 1, max: 5_000 }, own: 100, shared: 200 },
  statusLabel: { max: 40 },
  fileName: { max: 200 },
  organisation: { name: { min: 1, max: 80 }, supportHours: { max: 200 }, supportContact: { max: 200 } },
  registrationDomains: { max: 50 },
  /** Bytes of the organisation's logo. */
  logo: { maxBytes: 512 * 1024 },
} as const;

/** What an admin may set as a number, from the least to the most. */
export const SETTING_RANGES = {
  sessionIdleDays: { min: 1, max: 90 },
  sessionDays: { min: 1, max: 365 },
  attachmentMegabytes: { min: 1, max: 50 },
  attachmentsPerComment: { min: 1, max: 50 },
  closingDays: { min: 1, max: 365 },
  binDays: { min: 1, max: 3650 },
} as const;

const MINUTE = 60_000;

/** Milliseconds after writing it in which the author may edit a comment. */
export const COMMENT_EDIT_WINDOW = 15 * MINUTE;

/** Milliseconds after a change in which the same person may undo it, unless somebody changed the ticket since. */
export const UNDO_WINDOW = 10 * MINUTE;
