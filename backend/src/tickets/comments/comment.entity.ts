import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { User } from '../../users/user.entity.js';
import { Ticket } from '../ticket/ticket.entity.js';

/** A reply, which the requester sees, or an internal note, which only staff see. */
@Entity('comments')
@Index('comments_of_ticket', ['ticketId', 'createdAt', 'id'])
export class Comment {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  ticketId!: string;

  @ManyToOne(() => Ticket, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'ticket_id' })
  ticket!: Relation<Ticket>;

  @Column({ type: 'uuid' })
  authorId!: string;

  @ManyToOne(() => User)
  @JoinColumn({ name: 'author_id' })
  author!: Relation<User>;

  @Column({ type: 'text' })
  body!: string;

  @Column({ type: 'boolean' })
  internal!: boolean;

  @Column({ type: 'timestamptz' })
  createdAt!: Date;

  @Column({ type: 'timestamptz', nullable: true })
  editedAt!: Date | null;

  /** When an admin erased its text; the body is empty from then on. */
  @Column({ type: 'timestamptz', nullable: true })
  redactedAt!: Date | null;
}
