import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The head of one chain. Whoever appends holds its row until his transaction ends, and so its order. */
@Entity('activity_chains')
export class ActivityChain {
  @PrimaryColumn({ type: 'smallint' })
  lane!: number;

  /** How many entries it has, with those that were retired. */
  @Column({ type: 'bigint' })
  links!: string;

  /** Of the last entry; zeros before the first. */
  @Column({ type: 'bytea' })
  hash!: Buffer;

  /** Of the last entry; null before the first. */
  @Column({ type: 'date', nullable: true })
  month!: string | null;
}
