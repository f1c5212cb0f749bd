import type { ActivityKind } from '@deskhand/shared';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

export const SUBJECT_TYPES = ['ticket', 'person', 'category', 'view', 'installation'] as const;
export type SubjectType = (typeof SUBJECT_TYPES)[number];

/** One change, written in its transaction and never changed: a trigger refuses it. No foreign keys, no written text. */
@Entity('activity')
@Index('activity_of_subject', ['subjectId', 'position'])
export class ActivityEntry {
  /** Insertion number; not the order of commits. */
  @PrimaryColumn({ type: 'bigint', generated: 'identity', generatedIdentity: 'ALWAYS' })
  position!: string;

  @Column({ type: 'uuid', unique: true })
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
}
