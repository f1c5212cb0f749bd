import type { Phase, StatusCode } from '@deskhand/shared';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The statuses as a table that reports join; codes and phases come from the table of data in `shared`. */
@Entity('statuses')
export class Status {
  @PrimaryColumn({ type: 'text' })
  code!: StatusCode;

  @Column({ type: 'text' })
  phase!: Phase;

  @Column({ type: 'integer' })
  position!: number;

  /** What an admin wrote instead of the default; empty means the default. */
  @Column({ type: 'text', nullable: true })
  labelOverride!: string | null;
}
