import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { User } from '../../users/user.entity.js';

/** A kind of mail that somebody wants, or does not, otherwise than is usual. */
@Entity('mail_preferences')
@Index('mail_preferences_wanted', ['choice', 'userId'], { where: 'wanted' })
export class MailPreference {
  @PrimaryColumn({ type: 'uuid' })
  userId!: string;

  @ManyToOne(() => User, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'user_id' })
  user!: Relation<User>;

  @PrimaryColumn({ type: 'text' })
  choice!: string;

  @Column({ type: 'boolean' })
  wanted!: boolean;
}
