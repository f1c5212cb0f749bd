import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Ticket } from '../tickets/ticket/ticket.entity.js';

/** Says which row of a file became which ticket, so that the same file imports nothing twice. */
@Entity('imported_rows')
@Index('imported_rows_of_ticket', ['ticketId'])
export class ImportedRow {
  /** Of the row's cells and its nth occurrence, for equal rows are real tickets. */
  @PrimaryColumn({ type: 'bytea' })
  digest!: Buffer;

  @Column({ type: 'uuid' })
  ticketId!: string;

  @ManyToOne(() => Ticket, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'ticket_id' })
  ticket!: Relation<Ticket>;
}
