/**
 * Something that a mail tells of: ids and short values, never written text. What it says of a comment carries `commentId`,
 * so that it is found when that text is erased.
 */
export interface MailNews {
  readonly kind: string;
  readonly activityId: string | null;
  readonly [fact: string]: unknown;
}
