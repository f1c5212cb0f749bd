import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { User } from '../../users/user.entity.js';
import { Comment } from '../comments/comment.entity.js';
import { Ticket } from '../ticket/ticket.entity.js';

/** The answer to a request with an `Idempotency-Key`, written in the transaction of its effect. */
@Entity('idempotent_answers')
@Index('idempotent_answers_of_ticket', ['ticketId'])
@Index('idempotent_answers_of_comment', ['commentId'], { where: 'comment_id IS NOT NULL' })
@Index('idempotent_answers_by_age', ['createdAt'])
export class IdempotentAnswer {
  @PrimaryColumn({ type: 'uuid' })
  userId!: string;

  @ManyToOne(() => User, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'user_id' })
  user!: Relation<User>;

  @PrimaryColumn({ type: 'text' })
  key!: string;

  /** Digest of method, address and body. */
  @Column({ type: 'bytea' })
  fingerprint!: Buffer;

  @Column({ type: 'smallint' })
  status!: number;

  /** JSON, as it was sent. */
  @Column({ type: 'text' })
  body!: string;

  /** `Location` and `ETag`. */
  @Column({ type: 'jsonb' })
  headers!: Readonly<Record<string, string>>;

  @Column({ type: 'uuid' })
  ticketId!: string;

  @ManyToOne(() => Ticket, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'ticket_id' })
  ticket!: Relation<Ticket>;

  @Column({ type: 'uuid', nullable: true })
  commentId!: string | null;

  @ManyToOne(() => Comment, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'comment_id' })
  comment!: Relation<Comment> | null;

  @Column({ type: 'timestamptz' })
  createdAt!: Date;
}
