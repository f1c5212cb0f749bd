import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Measure } from './measures.js';

/**
 * What happened within one block of time to tickets of one category, priority and assignee: one integer for each event, in
 * their order. Sorted, so that a search in the array counts any stretch of quarters of an hour.
 */
@Entity('report_rollups')
export class ReportRollup {
  @PrimaryColumn({ type: 'text' })
  measure!: Measure;

  @PrimaryColumn({ type: 'integer' })
  block!: number;

  @PrimaryColumn({ type: 'uuid' })
  categoryId!: string;

  @PrimaryColumn({ type: 'smallint' })
  priority!: number;

  @PrimaryColumn({ type: 'uuid' })
  assigneeId!: string;

  /** Each is a quarter of an hour since 1970, times 256, and a bin. */
  @Column({ type: 'integer', array: true })
  events!: number[];
}
