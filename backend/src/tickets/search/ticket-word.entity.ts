import { Entity, Index, PrimaryColumn } from 'typeorm';

/** A word that some ticket has, of at least four letters: what a mistyped word may have meant. */
@Entity('ticket_words')
@Index('ticket_words_alike', ['word'], { type: 'gin' })
export class TicketWord {
  /** In the order of code points, so that those with one beginning stand together. */
  @PrimaryColumn({ type: 'text', collation: 'C' })
  word!: string;
}
