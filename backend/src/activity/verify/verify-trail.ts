import type { Client } from 'pg';
import { entryHash } from '../chain/entry-hash.js';
import { type Anchor, type ChainEnd, readAnchors, readHeads, startOf } from './chain-ends.js';
import { CloseLook } from './close-look.js';
import type { Fault, Gap } from './fault.js';
import type { HeadsFile } from './heads-file.js';
import { KnownHeads } from './known-heads.js';
import { Retirements } from './retirements.js';
import { partitionsOf, readInOrder, readLane, type StoredEntry } from './stored-entry.js';
import { SwiftLane } from './swift-lane.js';

export interface Verdict {
  readonly entries: number;
  /** The times of the first and the last entry; empty where there are none. */
  readonly from: string;
  readonly to: string;
  readonly heads: readonly ChainEnd[];
  readonly anchors: readonly Anchor[];
  readonly faults: readonly Fault[];
  /** What could not be compared. */
  readonly notes: readonly string[];
}

interface Wish {
  /** Ends that the chains had at an earlier time. */
  readonly against?: HeadsFile | undefined;
  readonly onProgress?: (entries: number) => void;
}

/** Reads the whole trail as it is at one moment, and says everything that is not as it was written. */
export async function verifyTrail(client: Client, wish: Wish = {}): Promise<Verdict> {
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  try {
    const [heads, anchors] = [await readHeads(client), await readAnchors(client)];
    const chains = new Chains(heads, anchors);
    const retirements = new Retirements();
    const known = wish.against ? new KnownHeads(wish.against) : null;
    let [entries, from, to] = [0, '', ''];
    for (const partition of await partitionsOf(client)) {
      for await (const rows of readInOrder(client, partition)) {
        for (const entry of rows) {
          chains.take(entry);
          retirements.take(entry);
          known?.take(entry);
        }
        from ||= rows[0]?.at ?? '';
        to = rows.at(-1)?.at ?? to;
        entries += rows.length;
        wish.onProgress?.(entries);
      }
    }
    const faults = [...(await chains.end(client)), ...retirements.end(anchors), ...(known?.end(anchors) ?? [])];
    return { entries, from, to, heads, anchors, faults, notes: known?.notes ?? [] };
  } finally {
    await client.query('ROLLBACK');
  }
}

class Chains {
  private readonly starts: Map<number, ChainEnd>;
  private readonly heads: Map<number, ChainEnd>;
  private readonly lanes = new Map<number, SwiftLane>();

  constructor(heads: readonly ChainEnd[], anchors: readonly Anchor[]) {
    this.heads = new Map(heads.map((head) => [head.lane, head]));
    // The anchors are in the order of their months, so that the last one of a lane stays.
    this.starts = new Map(anchors.map((anchor) => [anchor.lane, anchor]));
    for (const lane of [...this.heads.keys(), ...this.starts.keys()]) this.laneOf(lane);
  }

  take(entry: StoredEntry): void {
    this.laneOf(Number(entry.lane)).take(entry);
  }

  /** Looks closely at the chains that are not in order. */
  async end(client: Client): Promise<Fault[]> {
    const faults: Fault[] = [];
    for (const [number, lane] of this.lanes) {
      lane.end(this.heads.get(number) ?? null);
      if (!lane.isSuspect) continue;
      const look = new CloseLook(this.startOf(number), this.heads.get(number) ?? null);
      for await (const claimants of claimantsOf(client, number)) look.take(claimants);
      look.end();
      faults.push(...look.faults);
    }
    return withoutExchanges(faults);
  }

  private laneOf(number: number): SwiftLane {
    const known = this.lanes.get(number);
    if (known) return known;
    const lane = new SwiftLane(this.startOf(number));
    this.lanes.set(number, lane);
    return lane;
  }

  private startOf(number: number): ChainEnd {
    return this.starts.get(number) ?? startOf(number);
  }
}

/** The entries of a lane by their links: one each, where all is well. */
async function* claimantsOf(client: Client, lane: number): AsyncGenerator<StoredEntry[]> {
  let claimants: StoredEntry[] = [];
  for await (const rows of readLane(client, lane)) {
    for (const entry of rows) {
      if (claimants[0] && claimants[0].link !== entry.link) {
        yield claimants;
        claimants = [];
      }
      claimants.push(entry);
    }
  }
  if (claimants.length > 0) yield claimants;
}

/** What is too much in one chain and fits into the gap of another was only moved. */
function withoutExchanges(faults: readonly Fault[]): Fault[] {
  const gaps = faults.flatMap(({ gap }) => gap ?? []);
  const filled = new Set<Gap>();
  const named = faults.map((fault): Fault => {
    const { entry, kind } = fault;
    if (kind !== 'added' || entry === null) return fault;
    const fits = ({ from, after, lane }: Gap): boolean =>
      Number(entry.link) === from && entryHash(after.hash, { ...entry, lane: String(lane) }) === entry.hash;
    const gap = gaps.find(fits);
    if (!gap) return fault;
    if (gap.from === gap.to) filled.add(gap);
    return { kind: 'moved', entry, words: `it belongs to chain ${gap.lane}.` };
  });
  return named.filter(({ gap }) => gap === undefined || !filled.has(gap));
}
