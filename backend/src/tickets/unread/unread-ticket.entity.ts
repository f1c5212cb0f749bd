import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { User } from '../../users/user.entity.js';
import { Ticket } from '../ticket/ticket.entity.js';

/** Somebody else did something in a ticket that concerns a person, who has not looked at it since. */
@Entity('unread_tickets')
@Index('unread_tickets_of_ticket', ['ticketId'])
export class UnreadTicket {
  @PrimaryColumn({ type: 'uuid' })
  userId!: string;

  @ManyToOne(() => User, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'user_id' })
  user!: Relation<User>;

  @PrimaryColumn({ type: 'uuid' })
  ticketId!: string;

  @ManyToOne(() => Ticket, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'ticket_id' })
  ticket!: Relation<Ticket>;

  @Column({ type: 'timestamptz' })
  since!: Date;
}
