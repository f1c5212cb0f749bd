import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { User } from '../../users/user.entity.js';
import { Ticket } from '../ticket/ticket.entity.js';

/** A colleague who may see a ticket because somebody added his address. */
@Entity('ticket_watchers')
@Index('ticket_watchers_of_user', ['userId', 'ticketId'])
@Index('ticket_watchers_waiting', ['email'], { where: 'user_id IS NULL' })
export class Watcher {
  @PrimaryColumn({ type: 'uuid' })
  ticketId!: string;

  @ManyToOne(() => Ticket, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'ticket_id' })
  ticket!: Relation<Ticket>;

  /** As it was typed, in lower case. */
  @PrimaryColumn({ type: 'text' })
  email!: string;

  /** Nobody yet while he waits for an account that confirms the address. */
  @Column({ type: 'uuid', nullable: true })
  userId!: string | null;

  @ManyToOne(() => User, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'user_id' })
  user!: Relation<User> | null;

  @Column({ type: 'timestamptz' })
  createdAt!: Date;
}
