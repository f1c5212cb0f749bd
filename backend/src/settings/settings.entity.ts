import type { UnconfirmedMay } from '@deskhand/shared';
import { Column, Entity, PrimaryColumn } from 'typeorm';

export const REGISTRATION_MODES = ['open', 'domains', 'invitation'] as const;
export type RegistrationMode = (typeof REGISTRATION_MODES)[number];

/** What an admin may change while the app runs: one row. The environment holds what belongs to the deployment. */
@Entity('settings')
export class InstallationSettings {
  @PrimaryColumn({ type: 'boolean' })
  onlyRow!: true;

  @Column({ type: 'text' })
  organisationName!: string;

  @Column({ type: 'text', nullable: true })
  supportHours!: string | null;

  @Column({ type: 'text', nullable: true })
  supportContact!: string | null;

  @Column({ type: 'text' })
  registration!: RegistrationMode;

  /** Lower case, without `@`; asked only where registration is for `domains`. */
  @Column({ type: 'text', array: true })
  registrationDomains!: string[];

  /** What is left to employees who have not confirmed their mail address. */
  @Column({ type: 'text' })
  unconfirmedMay!: UnconfirmedMay;

  /** A session ends after so many days unused. */
  @Column({ type: 'integer' })
  sessionIdleDays!: number;

  /** A session ends after so many days in all. */
  @Column({ type: 'integer' })
  sessionDays!: number;

  /** Largest attachment, in units of 1,048,576 bytes. */
  @Column({ type: 'integer' })
  attachmentMegabytes!: number;

  @Column({ type: 'integer' })
  attachmentsPerComment!: number;

  /** A resolved ticket closes by itself after so many days. */
  @Column({ type: 'integer' })
  closingDays!: number;

  /** A ticket in the bin is purged after so many days. */
  @Column({ type: 'integer' })
  binDays!: number;

  /** Whether admins get a mail each day with where the trail's chains end. */
  @Column({ type: 'boolean' })
  trailHeadsDaily!: boolean;

  /** For people who chose none. */
  @Column({ type: 'text' })
  language!: string;

  /** For people who chose none. */
  @Column({ type: 'text' })
  timeZone!: string;

  /** Nothing while everything is as it came. */
  @Column({ type: 'timestamptz', nullable: true })
  updatedAt!: Date | null;
}
