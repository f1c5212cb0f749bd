import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { User } from '../../users/user.entity.js';

export const ONE_TIME_PURPOSES = ['setup', 'reset', 'invitation', 'confirmation', 'address'] as const;
export type OneTimePurpose = (typeof ONE_TIME_PURPOSES)[number];

/** A 256-bit token of a link, hashed: good once, for one purpose, for some time. */
@Entity('one_time_tokens')
@Index('one_time_tokens_of_user', ['userId'])
export class OneTimeToken {
  @PrimaryColumn({ type: 'bytea' })
  hash!: Buffer;

  @Column({ type: 'text' })
  purpose!: OneTimePurpose;

  /** Whom it is for; nobody yet for `setup`. */
  @Column({ type: 'uuid', nullable: true })
  userId!: string | null;

  @ManyToOne(() => User, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'user_id' })
  user!: Relation<User> | null;

  /** Where it was mailed to: whoever has it has proved that this address is his. Nothing for links that an admin hands over. */
  @Column({ type: 'text', nullable: true })
  address!: string | null;

  @Column({ type: 'timestamptz' })
  createdAt!: Date;

  @Column({ type: 'timestamptz' })
  expiresAt!: Date;

  @Column({ type: 'timestamptz', nullable: true })
  usedAt!: Date | null;
}
