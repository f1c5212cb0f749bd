import { Column, Entity, Index, JoinColumn, OneToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Ticket } from '../ticket/ticket.entity.js';

/** What a ticket can be found by. Written by `SearchWriter`; always what the view `searchable_tickets` says. */
@Entity('ticket_search')
@Index('ticket_search_by_creation', ['createdAt', 'number'])
@Index('ticket_search_words', ['staffWords'], { type: 'gin' })
export class SearchableTicket {
  @PrimaryColumn({ type: 'uuid' })
  ticketId!: string;

  @OneToOne(() => Ticket, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'ticket_id' })
  ticket!: Relation<Ticket>;

  @Column({ type: 'timestamptz' })
  createdAt!: Date;

  @Column({ type: 'bigint' })
  number!: string;

  /** In the bin. */
  @Column({ type: 'boolean' })
  deleted!: boolean;

  /** Of number, subject, description and replies; those of the subject with their weight. */
  @Column({ type: 'tsvector' })
  publicWords!: string;

  /** The same with internal notes. */
  @Column({ type: 'tsvector' })
  staffWords!: string;
}
