import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { User } from '../../users/user.entity.js';

export const ONE_TIME_PURPOSES = ['setup', 'reset', 'invitation'] as const;
export type OneTimePurpose = (typeof ONE_TIME_PURPOSES)[number];

/** A 256-bit token of a link, hashed: good once, for one purpose, for some time. */
@Entity('one_time_tokens')
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

  @Column({ type: 'timestamptz' })
  createdAt!: Date;

  @Column({ type: 'timestamptz' })
  expiresAt!: Date;

  @Column({ type: 'timestamptz', nullable: true })
  usedAt!: Date | null;
}
