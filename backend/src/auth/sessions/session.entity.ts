import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { User } from '../../users/user.entity.js';

export const SESSION_KINDS = ['browser', 'api'] as const;
export type SessionKind = (typeof SESSION_KINDS)[number];

/** One sign-in of one person, on one browser or for one API consumer, until it ends. */
@Entity('sessions')
@Index('sessions_of_user', ['userId'])
export class Session {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  userId!: string;

  @ManyToOne(() => User, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'user_id' })
  user!: Relation<User>;

  @Column({ type: 'text' })
  kind!: SessionKind;

  @Column({ type: 'text' })
  userAgent!: string;

  @Column({ type: 'text' })
  ip!: string;

  @Column({ type: 'timestamptz' })
  createdAt!: Date;

  /** Moves with each refresh, so it is up to a quarter of an hour behind. */
  @Column({ type: 'timestamptz' })
  lastUsedAt!: Date;

  /** The latest end, however often it is used. */
  @Column({ type: 'timestamptz' })
  expiresAt!: Date;

  @Column({ type: 'timestamptz', nullable: true })
  endedAt!: Date | null;
}
