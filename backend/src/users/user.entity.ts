import type { Preferences, Role } from '@deskhand/shared';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A person who can sign in, once a password is set and unless disabled. */
@Entity('users')
@Index('users_by_name', ['name', 'id'])
export class User {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'text' })
  name!: string;

  /** Kept in lower case, so that it is unique whatever way it is typed. */
  @Column({ type: 'text', unique: true })
  email!: string;

  /** Takes the place of the address once somebody proved that it is his. */
  @Column({ type: 'text', nullable: true })
  newEmail!: string | null;

  @Column({ type: 'text' })
  role!: Role;

  @Column({ type: 'text', nullable: true })
  phone!: string | null;

  @Column({ type: 'text', nullable: true })
  place!: string | null;

  @Column({ type: 'text', nullable: true })
  language!: string | null;

  @Column({ type: 'text', nullable: true })
  timeZone!: string | null;

  /** What differs from what is usual. */
  @Column({ type: 'jsonb', default: {} })
  preferences!: Partial<Preferences>;

  /** Nothing until an invitation is accepted. */
  @Column({ type: 'text', nullable: true })
  passwordHash!: string | null;

  /** When somebody proved that the address is his. */
  @Column({ type: 'timestamptz', nullable: true })
  emailConfirmedAt!: Date | null;

  @Column({ type: 'timestamptz', nullable: true })
  disabledAt!: Date | null;

  /** When name, address and everything of the kind were taken out; it stays disabled. */
  @Column({ type: 'timestamptz', nullable: true })
  erasedAt!: Date | null;

  @Column({ type: 'timestamptz' })
  createdAt!: Date;

  @Column({ type: 'timestamptz' })
  updatedAt!: Date;
}
