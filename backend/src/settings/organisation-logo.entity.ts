import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The organisation's logo, apart from the settings, which are read often. */
@Entity('organisation_logo')
export class OrganisationLogo {
  @PrimaryColumn({ type: 'boolean' })
  onlyRow!: true;

  /** Media type, decided by the content. */
  @Column({ type: 'text' })
  type!: string;

  @Column({ type: 'bytea' })
  bytes!: Buffer;

  @Column({ type: 'timestamptz' })
  updatedAt!: Date;
}
