import type { Anchor, ChainEnd } from './chain-ends.js';
import type { Fault } from './fault.js';
import type { HeadsFile } from './heads-file.js';
import type { StoredEntry } from './stored-entry.js';

/** Compares the trail with the ends that its chains had at an earlier time: no chain can lose or change what came before. */
export class KnownHeads {
  private readonly waiting: Map<number, Omit<ChainEnd, 'month'>>;
  private readonly faults: Fault[] = [];
  /** What cannot be compared any more. */
  readonly notes: string[] = [];

  constructor(private readonly file: HeadsFile) {
    this.waiting = new Map(file.heads.map((head) => [head.lane, head]));
  }

  take(entry: StoredEntry): void {
    const head = this.waiting.get(Number(entry.lane));
    if (head?.links !== Number(entry.link)) return;
    this.waiting.delete(head.lane);
    if (head.hash === entry.hash) return;
    const words = `when ${this.file.at} was noted down, another entry stood here: the chain was rewritten.`;
    this.faults.push({ kind: 'changed', entry, words });
  }

  end(anchors: readonly Anchor[]): Fault[] {
    for (const head of this.waiting.values()) this.compare(head, anchors);
    return this.faults;
  }

  private compare({ lane, links, hash }: Omit<ChainEnd, 'month'>, anchors: readonly Anchor[]): void {
    const retired = anchors.filter((anchor) => anchor.lane === lane && anchor.links >= links);
    const same = retired.find((anchor) => anchor.links === links);
    if (retired.length === 0) {
      const words = `chain ${lane} had ${links} entries on ${this.file.at} and has fewer now: it was cut.`;
      this.faults.push({ kind: 'missing', entry: null, words });
    } else if (!same) {
      this.notes.push(`Chain ${lane}: the head of ${this.file.at} lies within a month that was retired since.`);
    } else if (same.hash !== hash) {
      const words = `chain ${lane} ended otherwise on ${this.file.at} than its anchor of ${same.month} says.`;
      this.faults.push({ kind: 'anchor', entry: null, words });
    }
  }
}
