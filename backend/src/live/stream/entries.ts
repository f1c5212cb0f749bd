import { Injectable } from '@nestjs/common';
import type { ActivityKind, StatusCode } from '@deskhand/shared';
import { DataSource } from 'typeorm';
import type { SubjectType } from '../../activity/activity-entry.entity.js';
import { monthOf } from '../../activity/chain/month-of.js';
import { ENTRY_COLUMNS, ENTRY_TABLES, type EntryRow } from '../../activity/entry-row.js';
import { Clock, DAY } from '../../platform/clock.js';
import { prepared } from '../../platform/database/preparing-client.js';
import { BEGINNING, type Place } from './place.js';
import { REVOKING_KINDS, type Revocation } from './revocation.js';

/** Milliseconds. Whoever missed more than a day is reset; the rest is for clocks that are wrong. */
const OLDEST = 35 * DAY;

/** Entries of one read; more come with the next one. */
const BATCH = 200;

/** An entry with its place in the stream. */
export interface LiveEntry extends EntryRow, Revocation {
  readonly id: string;
  readonly kind: ActivityKind;
  readonly payload: Record<string, unknown>;
  readonly subject_type: SubjectType;
  readonly place: Place;
}

/** What must be known of a ticket to say who sees it, and what is told of it. */
export interface LiveTicket {
  readonly id: string;
  readonly number: string;
  readonly subject: string;
  readonly version: number;
  readonly status: StatusCode;
  readonly assignee_id: string | null;
  readonly requester_id: string;
  readonly deleted: boolean;
  readonly watcher_ids: readonly string[];
}

export interface Batch {
  readonly entries: readonly LiveEntry[];
  /** As they are now, by their ids; those that were purged are missing. */
  readonly tickets: ReadonlyMap<string, LiveTicket>;
  /** Whether there may be more at once. */
  readonly isFull: boolean;
  /** Whether entries are committed that a transaction which began earlier still holds up. */
  readonly isWaiting: boolean;
}

type Row = EntryRow & Pick<LiveEntry, 'subject_type' | 'subject_id'> & { txid: string; position: string };

/** Where there are no entries. */
interface NoRow {
  readonly txid: null;
}

/** No transaction below it still runs: whatever such a transaction wrote is visible, and stays all that it wrote. */
const SETTLED = 'pg_snapshot_xmin(pg_current_snapshot())';

/** After one place, up to another one where there is one. One row at least, for what waits. */
const READ = prepared(
  `SELECT w.waiting, e.* FROM (
     SELECT EXISTS (SELECT FROM activity n WHERE n.txid >= ${SETTLED} AND n.month >= ${monthOf('$5')}) AS waiting
   ) w
   LEFT JOIN (
     SELECT ${ENTRY_COLUMNS}, e.subject_type, e.subject_id, e.txid, e.position FROM ${ENTRY_TABLES}
     WHERE (e.txid, e.position) > ($1::xid8, $2::bigint) AND (e.txid, e.position) <= ($3::xid8, $4::bigint)
       AND e.txid < ${SETTLED} AND e.month >= ${monthOf('$5')}
     ORDER BY e.txid, e.position LIMIT ${BATCH}
   ) e ON true ORDER BY e.txid, e.position`,
);

const NEWEST = prepared(
  `SELECT e.txid, e.position FROM activity e WHERE e.txid < ${SETTLED} ORDER BY e.txid DESC, e.position DESC LIMIT 1`,
);

const TICKETS = prepared(
  `SELECT t.id, t.number, t.subject, t.version, t.status, t.assignee_id, t.requester_id,
     t.deleted_at IS NOT NULL AS deleted,
     ARRAY(SELECT w.user_id FROM ticket_watchers w WHERE w.ticket_id = t.id AND w.user_id IS NOT NULL) AS watcher_ids
   FROM tickets t WHERE t.id = ANY ($1)`,
);

const HELD_UP = prepared(
  `SELECT e.id, e.kind, e.subject_id, e.payload FROM activity e WHERE e.txid >= ${SETTLED} AND e.kind = ANY ($1)
     AND e.month >= ${monthOf('$2')}`,
);

const MISSED = prepared(
  `SELECT EXISTS (SELECT FROM activity e WHERE e.txid = $1::xid8 AND e.position = $2::bigint) AS known,
     count(*)::int AS count, min(m.at) AS since
   FROM (
     SELECT e.at FROM activity e
     WHERE (e.txid, e.position) > ($1::xid8, $2::bigint) AND (e.txid, e.position) <= ($3::xid8, $4::bigint)
     ORDER BY e.txid, e.position LIMIT $5
   ) m`,
);

/** No place is behind it. */
const END: Place = { txid: 999_999_999_999_999, position: 999_999_999_999_999 };

/** Reads the trail in the order in which commits became visible. */
@Injectable()
export class Entries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** One read for all readers. @param until the last place that is wanted */
  async read(after: Place, until: Place = END): Promise<Batch> {
    const between = [after.txid, after.position, until.txid, until.position, this.since()];
    const rows: ((Row | NoRow) & { waiting: boolean })[] = await this.dataSource.query(READ, between);
    const entries = rows.flatMap((row) => (row.txid === null ? [] : [placed(row)]));
    const isFull = entries.length === BATCH;
    return { entries, tickets: await this.ticketsOf(entries), isFull, isWaiting: rows[0]?.waiting ?? false };
  }

  /** The last place before which nothing can appear any more. */
  async newest(): Promise<Place> {
    const rows: Pick<Row, 'txid' | 'position'>[] = await this.dataSource.query(NEWEST);
    return rows[0] ? toPlace(rows[0]) : BEGINNING;
  }

  /** Whether there is an entry at that place, and how many come after it, counted up to `most`, and since when. */
  async missed(
    after: Place,
    until: Place,
    most: number,
  ): Promise<{ known: boolean; count: number; since: Date | null }> {
    const between = [after.txid, after.position, until.txid, until.position];
    const rows: { known: boolean; count: number; since: Date | null }[] = await this.dataSource.query(MISSED, [
      ...between,
      most,
    ]);
    return rows[0] ?? { known: false, count: 0, since: null };
  }

  /** Those that are committed and held up: an end of a session does not wait for a stranger's transaction. */
  heldUpRevocations(): Promise<Revocation[]> {
    return this.dataSource.query(HELD_UP, [REVOKING_KINDS, this.since()]);
  }

  /** Nothing older is told, so that the partitions of years need not be looked into for each read. */
  private since(): Date {
    return this.clock.in(-OLDEST);
  }

  private async ticketsOf(entries: readonly LiveEntry[]): Promise<ReadonlyMap<string, LiveTicket>> {
    const ids = new Set(entries.flatMap((entry) => (entry.subject_type === 'ticket' ? [entry.subject_id] : [])));
    if (ids.size === 0) return new Map();
    const rows: LiveTicket[] = await this.dataSource.query(TICKETS, [[...ids]]);
    return new Map(rows.map((row) => [row.id, row]));
  }
}

function placed(row: Row): LiveEntry {
  return { ...row, place: toPlace(row) };
}

function toPlace({ txid, position }: Pick<Row, 'txid' | 'position'>): Place {
  return { txid: Number(txid), position: Number(position) };
}
