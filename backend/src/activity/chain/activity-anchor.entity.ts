import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What stays of a chain's entries of one month when they are retired: where the chain goes on. */
@Entity('activity_anchors')
export class ActivityAnchor {
  @PrimaryColumn({ type: 'smallint' })
  lane!: number;

  @PrimaryColumn({ type: 'date' })
  month!: string;

  @Column({ type: 'bigint' })
  firstLink!: string;

  @Column({ type: 'bigint' })
  lastLink!: string;

  @Column({ type: 'bigint' })
  entries!: string;

  /** Of the last entry. */
  @Column({ type: 'bytea' })
  hash!: Buffer;
}
