import { entryHash } from '../chain/entry-hash.js';
import type { ChainEnd } from './chain-ends.js';
import type { Fault, Gap } from './fault.js';
import { outOfOrder } from './rising.js';
import type { StoredEntry } from './stored-entry.js';
import { monthAfter } from './swift-lane.js';

/** How many moved entries are tried as predecessors of others. */
const MOST_MOVED = 100;

/** Goes through one chain by its links, after something was found not to be in order, and says what. */
export class CloseLook {
  readonly faults: Fault[] = [];
  /** Of the entries that are in the chain. */
  private readonly positions: number[] = [];
  /** Those that do not follow their predecessors, by their index in `positions`. */
  private readonly mismatches = new Map<number, { entry: StoredEntry; words: string }>();
  /** Whether it is known how the entry before ended; not after a gap. */
  private readonly last: { end: ChainEnd; isKnown: boolean };
  private before = 'the anchor of the retired months';

  constructor(
    start: ChainEnd,
    private readonly head: ChainEnd | null,
  ) {
    this.last = { end: start, isKnown: true };
    if (start.links === 0) this.before = 'the beginning of the chain';
  }

  /** All entries that claim the same link. */
  take(claimants: readonly StoredEntry[]): void {
    const [first] = claimants;
    if (!first) return;
    const link = Number(first.link);
    const expected = this.last.end.links + 1;
    if (link < expected || link > (this.head?.links ?? Infinity)) {
      const why = link < expected ? 'belongs to a link that does not exist or is retired' : 'stands behind the end';
      for (const entry of claimants) this.tell('added', entry, `${why} of this chain.`);
      return;
    }
    if (link > expected) this.miss(link - 1, first);
    const right = this.rightOneOf(claimants) ?? first;
    for (const entry of claimants) {
      if (entry !== right) this.tell('added', entry, `the link belongs to the entry at position ${right.position}.`);
    }
    this.accept(right);
  }

  /** Tells what only the whole chain shows. */
  end(): void {
    const { head } = this;
    this.tellMismatches();
    if (head === null) this.tell('head', null, `the head of chain ${this.last.end.lane} is missing.`);
    else if (this.last.end.links < head.links) this.miss(head.links, null);
    else if (this.last.end.hash !== head.hash || this.last.end.month !== head.month)
      this.tell('head', null, `the head of chain ${head.lane} does not name its last entry, ${this.before}.`);
  }

  /** What does not follow because its predecessor was moved away is as it was. */
  private tellMismatches(): void {
    const strange = outOfOrder(this.positions);
    const moved = [...this.mismatches].filter(([index]) => strange.has(index)).map(([, { entry }]) => entry);
    const predecessors = moved.slice(0, MOST_MOVED);
    for (const [index, { entry, words }] of this.mismatches) {
      if (strange.has(index)) this.tell('moved', entry, 'it does not stand where it was written.');
      else if (!predecessors.some(({ hash }) => entryHash(hash, entry) === entry.hash))
        this.tell('changed', entry, words);
    }
  }

  private accept(entry: StoredEntry): void {
    const { end, isKnown } = this.last;
    const index = this.positions.push(Number(entry.position)) - 1;
    const month = monthAfter(end.month, entry);
    if (isKnown && entryHash(end.hash, entry) !== entry.hash) {
      const words = `it is not what was written, or ${this.before} before it is not.`;
      this.mismatches.set(index, { entry, words });
    } else if (month !== entry.month) {
      this.tell('moved', entry, `it stands in the month ${entry.month} and belongs to ${month}.`);
    }
    this.before = `the entry at position ${entry.position}`;
    this.last.isKnown = true;
    this.last.end = { lane: end.lane, links: Number(entry.link), hash: entry.hash, month };
  }

  private rightOneOf(claimants: readonly StoredEntry[]): StoredEntry | undefined {
    const { end, isKnown } = this.last;
    if (claimants.length === 1 || !isKnown) return claimants[0];
    return claimants.find((entry) => entryHash(end.hash, entry) === entry.hash);
  }

  /** @param next the entry after the gap, null at the end of the chain */
  private miss(to: number, next: StoredEntry | null): void {
    const { end } = this.last;
    const [lane, from] = [end.lane, end.links + 1];
    const links = from === to ? `link ${from}` : `links ${from} to ${to}`;
    const where = next ? `before position ${next.position}` : 'up to the end that the head names';
    const count = to - from + 1;
    const entries = count === 1 ? 'one entry' : `${count} entries`;
    const gap: Gap = { lane, from, to, after: end };
    const words = `${entries} of chain ${lane}, ${links}, after ${this.before} and ${where}.`;
    this.faults.push({ kind: 'missing', entry: null, words, gap });
    this.last.end = { ...end, links: to };
    this.last.isKnown = false;
  }

  private tell(kind: Fault['kind'], entry: StoredEntry | null, words: string): void {
    this.faults.push({ kind, entry, words });
  }
}
