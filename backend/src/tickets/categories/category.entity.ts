import type { StandardCategory } from '@deskhand/shared';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** What tickets are about; decides who is told. */
@Entity('categories')
@Index('categories_standard', ['standard'], { unique: true })
export class Category {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'text' })
  name!: string;

  /** Which of those that a first install has; it keeps the way back to the name that is read in each reader's language. */
  @Column({ type: 'text', nullable: true })
  standard!: StandardCategory | null;

  @Column({ type: 'text' })
  description!: string;

  @Column({ type: 'text', nullable: true })
  notifyEmail!: string | null;

  @Column({ type: 'integer' })
  position!: number;

  @Column({ type: 'boolean' })
  active!: boolean;
}
