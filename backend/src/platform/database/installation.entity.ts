import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The one row that tells this installation from every other. Cookies carry its id, tokens name it as their issuer. */
@Entity('installation')
export class Installation {
  /** Always true: a check and the key keep it to one row. */
  @PrimaryColumn({ type: 'boolean' })
  onlyRow!: boolean;

  @Column({ type: 'uuid' })
  id!: string;

  @Column({ type: 'timestamptz' })
  createdAt!: Date;
}
