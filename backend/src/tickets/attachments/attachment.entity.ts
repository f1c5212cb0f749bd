import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { User } from '../../users/user.entity.js';
import { Comment } from '../comments/comment.entity.js';
import { Ticket } from '../ticket/ticket.entity.js';

/**
 * A file that came with a ticket or a comment. It is uploaded before it belongs to one; what belongs to none after a day,
 * and what was discarded, is swept with its file.
 */
@Entity('attachments')
@Index('attachments_of_ticket', ['ticketId'])
@Index('attachments_of_comment', ['commentId'])
@Index('attachments_without_ticket', ['createdAt'], { where: 'ticket_id IS NULL' })
export class Attachment {
  /** Also the name of the stored file. */
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid', nullable: true })
  ticketId!: string | null;

  @ManyToOne(() => Ticket, { onDelete: 'SET NULL' })
  @JoinColumn({ name: 'ticket_id' })
  ticket!: Relation<Ticket> | null;

  /** Nothing where it came with the ticket's description. */
  @Column({ type: 'uuid', nullable: true })
  commentId!: string | null;

  @ManyToOne(() => Comment, { onDelete: 'SET NULL' })
  @JoinColumn({ name: 'comment_id' })
  comment!: Relation<Comment> | null;

  @Column({ type: 'uuid' })
  uploaderId!: string;

  @ManyToOne(() => User)
  @JoinColumn({ name: 'uploader_id' })
  uploader!: Relation<User>;

  /** As the uploader called it. */
  @Column({ type: 'text' })
  name!: string;

  /** Media type, decided by the content. */
  @Column({ type: 'text' })
  type!: string;

  /** Bytes. */
  @Column({ type: 'integer' })
  size!: number;

  /** Pixels, of images. */
  @Column({ type: 'integer', nullable: true })
  width!: number | null;

  @Column({ type: 'integer', nullable: true })
  height!: number | null;

  @Column({ type: 'timestamptz' })
  createdAt!: Date;

  /** Nothing until the file is safely kept. */
  @Column({ type: 'timestamptz', nullable: true })
  storedAt!: Date | null;

  /** When its ticket was purged or its comment redacted. */
  @Column({ type: 'timestamptz', nullable: true })
  discardedAt!: Date | null;
}
