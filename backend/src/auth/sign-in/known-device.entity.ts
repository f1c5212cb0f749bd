import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { User } from '../../users/user.entity.js';

/** A browser on which this person has signed in before: it has a sign-in budget of its own. */
@Entity('known_devices')
export class KnownDevice {
  /** Hash of the secret in the browser's cookie. */
  @PrimaryColumn({ type: 'bytea' })
  hash!: Buffer;

  @PrimaryColumn({ type: 'uuid' })
  userId!: string;

  @ManyToOne(() => User, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'user_id' })
  user!: Relation<User>;

  @Column({ type: 'timestamptz' })
  lastUsedAt!: Date;
}
