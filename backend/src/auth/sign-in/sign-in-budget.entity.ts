import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How many sign-ins have failed in the present window of one account, address, or both. */
@Entity('sign_in_budgets')
export class SignInBudget {
  @PrimaryColumn({ type: 'text' })
  key!: string;

  @Column({ type: 'timestamptz' })
  windowEndsAt!: Date;

  @Column({ type: 'integer' })
  failures!: number;

  /** Sign-ins under way, which may turn out as failures. */
  @Column({ type: 'integer' })
  pending!: number;

  /** Sign-ins that were answered with a refusal, wrong or too many. */
  @Column({ type: 'integer' })
  refusals!: number;

  /** Whose account and which address the refusals of this window are told of, where the key is such a pair. */
  @Column({ type: 'uuid', nullable: true })
  userId!: string | null;

  @Column({ type: 'text', nullable: true })
  address!: string | null;
}
