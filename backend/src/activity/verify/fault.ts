import type { ChainEnd } from './chain-ends.js';
import type { StoredEntry } from './stored-entry.js';

/** Links of a chain that no entry has. */
export interface Gap {
  readonly lane: number;
  readonly from: number;
  readonly to: number;
  /** What the first missing entry followed. */
  readonly after: ChainEnd;
}

/** Something that is not as the trail was written. */
export interface Fault {
  readonly kind: 'changed' | 'missing' | 'added' | 'moved' | 'head' | 'anchor';
  /** Null where an entry is not there, or where it is not about one. */
  readonly entry: StoredEntry | null;
  /** In words, without the entry's place. */
  readonly words: string;
  /** Of what is missing. */
  readonly gap?: Gap;
}

/** A line for the admin. */
export function sentenceOf({ kind, entry, words }: Fault): string {
  const place = entry
    ? `position ${entry.position} (${entry.id}, ${entry.kind}, ${entry.at}, chain ${entry.lane}, link ${entry.link}): `
    : '';
  return `${kind.toUpperCase().padEnd(8)} ${place}${words}`;
}
