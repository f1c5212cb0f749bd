import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What tickets are about; decides who is told. */
@Entity('categories')
export class Category {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text' })
  description!: string;

  @Column({ type: 'text', nullable: true })
  notifyEmail!: string | null;

  @Column({ type: 'integer' })
  position!: number;

  @Column({ type: 'boolean' })
  active!: boolean;
}
