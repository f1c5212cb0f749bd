import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How many links were asked for in the present window: for one mailbox, by one account, or from one network address. */
@Entity('link_budgets')
export class LinkBudget {
  @PrimaryColumn({ type: 'text' })
  key!: string;

  @Column({ type: 'timestamptz' })
  windowEndsAt!: Date;

  @Column({ type: 'integer' })
  used!: number;
}
