import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Measure } from './measures.js';

/** A quarter of an hour that the roll-ups do not know as it is now; written by triggers with each change, and never updated. */
@Entity('report_stale_quarters')
export class StaleQuarter {
  @PrimaryColumn({ type: 'bigint', generated: 'identity', generatedIdentity: 'ALWAYS' })
  position!: string;

  @Column({ type: 'text' })
  measure!: Measure;

  /** Since 1970. */
  @Column({ type: 'integer' })
  quarter!: number;
}
