import { rm } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import type { Client } from 'pg';
import { newId } from '../../platform/ids.js';
import { StartupProblem } from '../../platform/startup-problem.js';
import { type Anchor, type ChainEnd, digestOf, readAnchors, startOf } from '../verify/chain-ends.js';
import { readInOrder, type StoredEntry } from '../verify/stored-entry.js';
import { SwiftLane } from '../verify/swift-lane.js';
import { writeMonth } from './month-file.js';

export interface Retirement {
  readonly installation: string;
  readonly now: Date;
  readonly folder: string;
  /** Such as `2025-01`; no earlier month is left in the database. */
  readonly month: string;
  /** Its table. */
  readonly partition: string;
}

export interface Retired {
  /** Null where there were no entries, so that nothing was left but the end of their table. */
  readonly file: string | null;
  readonly entries: number;
}

/** Milliseconds that writers may have to wait for us, and we for the end of what reads the trail. */
const LOCK_PATIENCE = 2_000;
const PAUSE = 1_000;
const TRIES = 30;
const LOCK_NOT_AVAILABLE = '55P03';

/**
 * Moves a month into a file: it is in the file and anchored, or as it was.
 *
 * @throws StartupProblem where its entries are not as they were written, or somebody wrote into it meanwhile
 */
export async function retireMonth(client: Client, wish: Retirement): Promise<Retired> {
  const { folder, month, partition } = wish;
  const ends = new MonthEnds(`${month}-01`, await readAnchors(client));
  let file: string;
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  try {
    file = await writeMonth(folder, month, ends.followed(readInOrder(client, partition)));
  } finally {
    await client.query('ROLLBACK');
  }
  try {
    await patiently(() => replaceByAnchors(client, wish, ends.anchors));
  } catch (error) {
    await rm(file);
    throw error;
  }
  const entries = countOf(ends.anchors);
  if (entries > 0) return { file, entries };
  await rm(file);
  return { file: null, entries };
}

/** What the chains have of one month, which they must have in order. */
class MonthEnds {
  private readonly found = new Map<number, Anchor>();
  private readonly lanes = new Map<number, SwiftLane>();
  private readonly starts: Map<number, ChainEnd>;

  constructor(
    private readonly month: string,
    anchors: readonly Anchor[],
  ) {
    this.starts = new Map(anchors.map((anchor) => [anchor.lane, anchor]));
  }

  get anchors(): Anchor[] {
    return [...this.found.values()].sort((one, other) => one.lane - other.lane);
  }

  async *followed(entries: AsyncIterable<StoredEntry[]>): AsyncGenerator<StoredEntry[]> {
    for await (const rows of entries) {
      for (const entry of rows) this.follow(entry);
      yield rows;
    }
  }

  private follow(entry: StoredEntry): void {
    const [lane, links] = [Number(entry.lane), Number(entry.link)];
    const swift = this.lanes.get(lane) ?? new SwiftLane(this.starts.get(lane) ?? startOf(lane));
    this.lanes.set(lane, swift);
    swift.take(entry);
    if (swift.isSuspect) throw new StartupProblem(`${this.month.slice(0, 7)} is not as it was written: npm run verify`);
    const before = this.found.get(lane);
    const [firstLink, entries] = [before?.firstLink ?? links, (before?.entries ?? 0) + 1];
    this.found.set(lane, { lane, month: this.month, firstLink, links, entries, hash: entry.hash });
  }
}

async function replaceByAnchors(client: Client, wish: Retirement, anchors: readonly Anchor[]): Promise<void> {
  const { month, partition } = wish;
  await client.query('BEGIN');
  try {
    await client.query(`SET LOCAL lock_timeout = ${LOCK_PATIENCE}`);
    await client.query(`LOCK TABLE ONLY activity IN ACCESS EXCLUSIVE MODE`);
    const { rows } = await client.query<{ count: string }>(`SELECT count(*) FROM ${partition}`);
    if (Number(rows[0]?.count) !== countOf(anchors)) {
      throw new StartupProblem(`Something was written into ${month} meanwhile; nothing was retired of it.`);
    }
    if (anchors.length > 0) await leaveAnchors(client, wish, anchors);
    await client.query(`DROP TABLE ${partition}`);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}

async function leaveAnchors(client: Client, wish: Retirement, anchors: readonly Anchor[]): Promise<void> {
  const { installation, now, month } = wish;
  await client.query(
    `INSERT INTO activity_anchors (lane, month, first_link, last_link, entries, hash)
     SELECT lane, month, "firstLink", links, entries, decode(hash, 'hex') FROM jsonb_to_recordset($1)
       AS a (lane smallint, month date, "firstLink" bigint, links bigint, entries bigint, hash text)`,
    [JSON.stringify(anchors)],
  );
  const payload = { month, entries: countOf(anchors), lanes: anchors.length, digest: digestOf(anchors) };
  const about = { subject_type: 'installation', subject_id: installation, public: false };
  const entry = { id: newId(), at: now, kind: 'trail.retired', payload, ...about };
  await client.query('SELECT append_activity($1)', [JSON.stringify([entry])]);
}

/** Rather comes again than keeps those waiting who queue behind its wait for the lock. */
async function patiently(work: () => Promise<void>): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      await work();
      return;
    } catch (error) {
      const isBusy = error instanceof Error && 'code' in error && error.code === LOCK_NOT_AVAILABLE;
      if (!isBusy) throw error;
      if (tries === TRIES)
        throw new StartupProblem('The trail is being read all the time; try again at a quieter hour.');
      await wait(PAUSE);
    }
  }
}

function countOf(anchors: readonly Anchor[]): number {
  return anchors.reduce((sum, { entries }) => sum + entries, 0);
}
