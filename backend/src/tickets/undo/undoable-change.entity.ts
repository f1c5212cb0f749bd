import type { StatusCode } from '@deskhand/shared';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { User } from '../../users/user.entity.js';
import { Ticket } from '../ticket/ticket.entity.js';

/** What a change replaced, by the names of the ticket's fields; times as ISO texts. */
export interface FactsBefore {
  readonly status?: StatusCode;
  readonly assigneeId?: string | null;
  readonly priority?: number;
  readonly categoryId?: string | null;
  readonly subject?: string;
  readonly description?: string;
  readonly firstReplyAt?: string | null;
  readonly resolvedAt?: string | null;
  readonly closedAt?: string | null;
  readonly deletedAt?: string | null;
}

/** The last change of a ticket by a person, as long as it is the last. */
@Entity('undoable_changes')
@Index('undoable_changes_of_bulk', ['bulkId'], { where: 'bulk_id IS NOT NULL' })
export class UndoableChange {
  @PrimaryColumn({ type: 'uuid' })
  ticketId!: string;

  @ManyToOne(() => Ticket, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'ticket_id' })
  ticket!: Relation<Ticket>;

  @Column({ type: 'uuid' })
  actorId!: string;

  @ManyToOne(() => User, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'actor_id' })
  actor!: Relation<User>;

  @Column({ type: 'timestamptz' })
  at!: Date;

  /** The ticket's version after the change: a later one means that somebody changed it since. */
  @Column({ type: 'integer' })
  version!: number;

  @Column({ type: 'jsonb' })
  before!: FactsBefore;

  @Column({ type: 'uuid', nullable: true })
  bulkId!: string | null;
}
