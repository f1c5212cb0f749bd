import { hash } from 'node:crypto';
import type { Client } from 'pg';
import { BEFORE_THE_FIRST } from '../chain/entry-hash.js';

/** A place in a chain. */
export interface ChainEnd {
  readonly lane: number;
  /** Number of its last entry. */
  readonly links: number;
  /** Of its last entry, in hex. */
  readonly hash: string;
  /** Of its last entry; empty before the first. */
  readonly month: string;
}

/** What was left of a chain's entries of one month when they were retired. */
export interface Anchor extends ChainEnd {
  readonly firstLink: number;
  readonly entries: number;
}

/** Where a chain begins that has no anchor. */
export function startOf(lane: number): ChainEnd {
  return { lane, links: 0, hash: BEFORE_THE_FIRST, month: '' };
}

/** The heads of the chains that have entries. */
export async function readHeads(client: Client): Promise<ChainEnd[]> {
  const { rows } = await client.query<ChainEnd>(
    `SELECT lane, links::float8 AS links, encode(hash, 'hex') AS hash, coalesce(month::text, '') AS month
     FROM activity_chains WHERE links > 0 ORDER BY lane`,
  );
  return rows;
}

/** By lane and month. */
export async function readAnchors(client: Client): Promise<Anchor[]> {
  const { rows } = await client.query<Anchor>(
    `SELECT lane, last_link::float8 AS links, encode(hash, 'hex') AS hash, month::text AS month,
       first_link::float8 AS "firstLink", entries::float8 AS entries
     FROM activity_anchors ORDER BY lane, activity_anchors.month`,
  );
  return rows;
}

/** Stands in the entry about the retirement, so that anchors are chained too. */
export function digestOf(anchors: readonly Anchor[]): string {
  const lines = anchors.map(({ lane, firstLink, links, entries, hash: last }) =>
    [lane, firstLink, links, entries, last].join(' '),
  );
  return hash('sha256', lines.join('\n'), 'hex');
}
