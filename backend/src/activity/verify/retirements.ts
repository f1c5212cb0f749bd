import { type Anchor, digestOf } from './chain-ends.js';
import type { Fault } from './fault.js';
import type { StoredEntry } from './stored-entry.js';

/** Holds the anchors against each other and against what the trail says of the months that were retired. */
export class Retirements {
  private readonly noted = new Map<string, { digest: string; entry: StoredEntry }>();

  take(entry: StoredEntry): void {
    if (entry.kind !== 'trail.retired') return;
    const { month, digest } = JSON.parse(entry.payload) as { month?: unknown; digest?: unknown };
    if (typeof month === 'string') this.noted.set(`${month}-01`, { digest: String(digest), entry });
  }

  end(anchors: readonly Anchor[]): Fault[] {
    const faults: Fault[] = [];
    for (const [month, { digest, entry }] of this.noted) {
      if (digestOf(anchors.filter((anchor) => anchor.month === month)) === digest) continue;
      const words = `the anchors of ${month.slice(0, 7)} are not those that were left when it was retired.`;
      faults.push({ kind: 'anchor', entry, words });
    }
    let before: Anchor | undefined;
    for (const anchor of anchors) {
      const first = before?.lane === anchor.lane ? before.links + 1 : 1;
      if (anchor.firstLink !== first || anchor.entries !== anchor.links - first + 1) {
        const words = `the anchor of chain ${anchor.lane} for ${anchor.month.slice(0, 7)} does not follow the one before it.`;
        faults.push({ kind: 'anchor', entry: null, words });
      }
      before = anchor;
    }
    return faults;
  }
}
