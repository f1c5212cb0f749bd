import type { ViewColumn } from '@deskhand/shared';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { User } from '../../users/user.entity.js';
import type { TicketSort } from '../lists/ticket-query.dto.js';

/** Filters, sort and columns of the queue under a name, for one person or shared with staff. */
@Entity('saved_views')
@Index('saved_views_of_owner', ['ownerId'])
export class SavedView {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'uuid' })
  ownerId!: string;

  @ManyToOne(() => User)
  @JoinColumn({ name: 'owner_id' })
  owner!: Relation<User>;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'boolean' })
  shared!: boolean;

  /** Those that are set, as the list takes them. */
  @Column({ type: 'jsonb' })
  filters!: object;

  @Column({ type: 'text' })
  sort!: TicketSort;

  @Column({ type: 'text', array: true })
  columns!: ViewColumn[];

  @Column({ type: 'timestamptz' })
  createdAt!: Date;

  @Column({ type: 'timestamptz' })
  updatedAt!: Date;
}
