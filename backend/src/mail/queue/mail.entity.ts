import type { MailKind, MailState } from '@deskhand/shared';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { User } from '../../users/user.entity.js';
import type { MailNews } from './mail-news.js';

/** One mail to one address, written in the transaction of its event. The row is the queue. */
@Entity('mails')
@Index('mails_due', ['dueAt'], { where: "state IN ('queued', 'sending')" })
@Index('mails_that_gather', ['address', 'ticketId'], {
  unique: true,
  where: "gathers AND state = 'queued' AND attempts = 0",
})
@Index('mails_that_failed', ['endedAt'], { where: "state IN ('failed', 'dead')" })
@Index('mails_of_ticket', ['ticketId'], { where: 'ticket_id IS NOT NULL' })
@Index('mails_to_person', ['recipientId'], { where: 'recipient_id IS NOT NULL' })
@Index('mails_about_accounts', ['address'], { where: 'ticket_id IS NULL OR recipient_id IS NULL' })
@Index('mails_by_creation', ['createdAt', 'id'])
export class Mail {
  /** Also the first part of its Message-ID, so that a mail that is sent twice is recognised as one. */
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'text' })
  kind!: MailKind;

  /** Nobody where it goes to the address of a category. */
  @Column({ type: 'uuid', nullable: true })
  recipientId!: string | null;

  @ManyToOne(() => User)
  @JoinColumn({ name: 'recipient_id' })
  recipient!: Relation<User> | null;

  @Column({ type: 'text' })
  address!: string;

  /** Outlives its ticket. */
  @Column({ type: 'uuid', nullable: true })
  ticketId!: string | null;

  /** What happened; more is added while it gathers. */
  @Column({ type: 'jsonb' })
  news!: MailNews[];

  /** Whether what happens to the ticket until it is sent comes into it. */
  @Column({ type: 'boolean' })
  gathers!: boolean;

  @Column({ type: 'text' })
  state!: MailState;

  /** When it is to be sent; while it is under way, when somebody else may take it over. */
  @Column({ type: 'timestamptz' })
  dueAt!: Date;

  /** It is tried no later than this. */
  @Column({ type: 'timestamptz' })
  giveUpAt!: Date;

  /** How often it was taken up. */
  @Column({ type: 'integer' })
  attempts!: number;

  /** As it was last sent, without the secrets of links. */
  @Column({ type: 'text', nullable: true })
  subject!: string | null;

  @Column({ type: 'text', nullable: true })
  text!: string | null;

  @Column({ type: 'text', nullable: true })
  html!: string | null;

  @Column({ type: 'timestamptz' })
  createdAt!: Date;

  /** When it reached its end, whichever. */
  @Column({ type: 'timestamptz', nullable: true })
  endedAt!: Date | null;
}
