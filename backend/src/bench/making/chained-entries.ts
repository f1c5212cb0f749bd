import { BEFORE_THE_FIRST, entryHash } from '../../activity/chain/entry-hash.js';
import type { CopyValue } from './copy-text.js';

/** What the maker knows of an entry, in the order of the columns of its table. */
export type EntryValues = readonly [
  ...[id: string, at: string, actorId: string | null, kind: string, subjectType: string, subjectId: string],
  ...[payload: string, isPublic: boolean],
];

/** The lane that everything is written into, as by an app that is never asked two things at once. */
const LANE = 1;

/** Adds position, month and link to entries that come in the order of their times. */
export class ChainedEntries {
  private links = 0;
  private hash = BEFORE_THE_FIRST;
  private month = '';

  chain(values: EntryValues): CopyValue[] {
    const [id, at, actorId, kind, subjectType, subjectId, payload, isPublic] = values;
    const own = `${at.slice(0, 7)}-01`;
    if (own > this.month) this.month = own;
    this.links += 1;
    const link = String(this.links);
    const place = { lane: String(LANE), link, position: link };
    const entry = { id, at: at.replace('Z', '000Z'), actorId, kind, subjectType, subjectId, payload };
    this.hash = entryHash(this.hash, { ...place, ...entry, public: isPublic, requestId: null, bulkId: null });
    return [...values, this.links, this.month, LANE, this.links, `\\x${this.hash}`];
  }
}
