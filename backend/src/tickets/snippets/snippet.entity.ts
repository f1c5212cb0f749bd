import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { User } from '../../users/user.entity.js';

/** A text that one of the staff keeps for his replies, or that an admin shares with all. */
@Entity('snippets')
@Index('snippets_of_owner', ['ownerId'])
export class Snippet {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  ownerId!: string;

  @ManyToOne(() => User)
  @JoinColumn({ name: 'owner_id' })
  owner!: Relation<User>;

  @Column({ type: 'text' })
  name!: string;

  /** Markdown, with variables such as `{{requester.name}}`. */
  @Column({ type: 'text' })
  body!: string;

  @Column({ type: 'boolean' })
  shared!: boolean;

  @Column({ type: 'timestamptz' })
  createdAt!: Date;

  @Column({ type: 'timestamptz' })
  updatedAt!: Date;
}
