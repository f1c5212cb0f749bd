import { entryHash } from '../chain/entry-hash.js';
import type { ChainEnd } from './chain-ends.js';
import type { StoredEntry } from './stored-entry.js';

/** Follows one chain entry by entry while everything is in order. */
export class SwiftLane {
  /** Whether something is not, so that it has to be looked at closely. */
  isSuspect = false;
  private links: number;
  private hash: string;
  private month: string;

  constructor({ links, hash, month }: ChainEnd) {
    [this.links, this.hash, this.month] = [links, hash, month];
  }

  take(entry: StoredEntry): void {
    if (this.isSuspect) return;
    this.links += 1;
    this.month = monthAfter(this.month, entry);
    const follows = Number(entry.link) === this.links && entry.month === this.month;
    if (!follows || entryHash(this.hash, entry) !== entry.hash) this.isSuspect = true;
    this.hash = entry.hash;
  }

  /** @param head null where there is none */
  end(head: ChainEnd | null): void {
    if (head?.links !== this.links || head.hash !== this.hash || head.month !== this.month) this.isSuspect = true;
  }
}

/** The month in which an entry has to stand: its own, but never before its predecessor's. */
export function monthAfter(previous: string, { at }: StoredEntry): string {
  const own = `${at.slice(0, 7)}-01`;
  return own > previous ? own : previous;
}
