import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Mail } from './mail.entity.js';

/** What came of one attempt to send a mail. */
@Entity('mail_attempts')
export class MailAttempt {
  @PrimaryColumn({ type: 'uuid' })
  mailId!: string;

  @ManyToOne(() => Mail, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'mail_id' })
  mail!: Relation<Mail>;

  /** 1 for the first. */
  @PrimaryColumn({ type: 'integer' })
  attempt!: number;

  @Column({ type: 'timestamptz' })
  at!: Date;

  @Column({ type: 'boolean' })
  delivered!: boolean;

  /** The server's own words, or why there were none. */
  @Column({ type: 'text' })
  answer!: string;
}
