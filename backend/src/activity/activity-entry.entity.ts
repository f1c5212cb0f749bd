import type { ActivityKind } from '@deskhand/shared';
import { Column, type ColumnType, Entity, Index, PrimaryColumn } from 'typeorm';

export const SUBJECT_TYPES = ['ticket', 'person', 'category', 'view', 'installation'] as const;
export type SubjectType = (typeof SUBJECT_TYPES)[number];

/**
 * One change, written in its transaction and never changed: a trigger refuses it. No foreign keys, no written text. The
 * function `append_activity` writes it, into the partition of its month and chained to its predecessor.
 */
@Entity('activity')
@Index('activity_of_subject', ['subjectId', 'position'])
@Index('activity_in_order', ['txid', 'position'])
@Index('activity_of_actor', ['actorId', 'position'], { where: 'actor_id IS NOT NULL' })
@Index('activity_of_administration', ['kind', 'position'], { where: "subject_type <> 'ticket'" })
export class ActivityEntry {
  /** Insertion number; not the order of commits. */
  @PrimaryColumn({ type: 'bigint' })
  position!: string;

  /** The first day of the month of `at` in UTC, but never earlier than that of its predecessor. */
  @PrimaryColumn({ type: 'date' })
  month!: string;

  @Column({ type: 'uuid' })
  id!: string;

  @Column({ type: 'timestamptz' })
  at!: Date;

  /** Nobody for what the system did by itself. */
  @Column({ type: 'uuid', nullable: true })
  actorId!: string | null;

  @Column({ type: 'text' })
  kind!: ActivityKind;

  @Column({ type: 'text' })
  subjectType!: SubjectType;

  @Column({ type: 'uuid' })
  subjectId!: string;

  @Column({ type: 'jsonb' })
  payload!: object;

  /** Whether the ticket's requester may see it. */
  @Column({ type: 'boolean' })
  public!: boolean;

  @Column({ type: 'text', nullable: true })
  requestId!: string | null;

  /** Common to all entries of one bulk change. */
  @Column({ type: 'uuid', nullable: true })
  bulkId!: string | null;

  /** The transaction that wrote it: with the position, the order in which entries become visible. */
  @Column({ type: 'xid8' as ColumnType, default: () => 'pg_current_xact_id()' })
  txid!: string;

  /** The chain that it belongs to: one at low load, else no more than there are transactions at once. */
  @Column({ type: 'smallint' })
  lane!: number;

  /** Its number in the chain, from 1 on, without a gap. */
  @Column({ type: 'bigint' })
  link!: string;

  /** SHA-256 over its predecessor's and everything above but the transaction. */
  @Column({ type: 'bytea' })
  hash!: Buffer;
}
