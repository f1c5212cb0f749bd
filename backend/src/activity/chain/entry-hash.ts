import { hash } from 'node:crypto';

/** What the hash of an entry covers. Numbers and the payload as the texts that the database gives. */
export interface HashedEntry {
  readonly lane: string;
  readonly link: string;
  readonly position: string;
  readonly id: string;
  /** In UTC, with microseconds. */
  readonly at: string;
  readonly actorId: string | null;
  readonly kind: string;
  readonly subjectType: string;
  readonly subjectId: string;
  /** As the database writes jsonb. */
  readonly payload: string;
  readonly public: boolean;
  readonly requestId: string | null;
  readonly bulkId: string | null;
}

/** What the first entry of a chain follows. */
export const BEFORE_THE_FIRST = '00'.repeat(32);

/**
 * The same as the database's function `activity_hash`, computed without trusting the database.
 *
 * @param previous hash of the predecessor, in hex
 * @returns in hex
 */
export function entryHash(previous: string, entry: HashedEntry): string {
  return hash('sha256', Buffer.concat([Buffer.from(previous, 'hex'), Buffer.from(textOf(entry))]), 'hex');
}

/** One JSON array, as PostgreSQL writes it. */
function textOf(entry: HashedEntry): string {
  const { lane, link, position, id, at, actorId, kind, subjectType, subjectId, payload, requestId, bulkId } = entry;
  const who = [quoted(id), quoted(at), quoted(actorId), quoted(kind), quoted(subjectType), quoted(subjectId)];
  const what = [payload, String(entry.public), quoted(requestId), quoted(bulkId)];
  return `[${[lane, link, position, ...who, ...what].join(', ')}]`;
}

function quoted(text: string | null): string {
  return JSON.stringify(text);
}
