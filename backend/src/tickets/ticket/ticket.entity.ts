import type { Side, StatusCode } from '@deskhand/shared';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { User } from '../../users/user.entity.js';
import { Category } from '../categories/category.entity.js';
import { Status } from '../statuses/status.entity.js';

const IN_ORDER = ['createdAt', 'number'];
/** What lists filter and sort by: a combination that no index knows is found in one index, without the rows. */
const FILTERED = ['status', 'priority', 'categoryId', 'assigneeId', 'requesterId', 'updatedAt', 'lastReplyBy'];

/** One request for help. Rows change only through `UPDATE … WHERE id AND version`. */
@Entity('tickets')
@Index('tickets_by_creation', [...IN_ORDER, ...FILTERED, 'id'], { where: 'deleted_at IS NULL' })
@Index('tickets_by_update', ['updatedAt', 'number'])
@Index('tickets_by_priority', ['priority', 'number'])
@Index('tickets_of_requester', ['requesterId', ...IN_ORDER])
@Index('tickets_of_assignee', ['assigneeId', 'status', ...IN_ORDER])
@Index('tickets_of_nobody', ['status', ...IN_ORDER], { where: 'assignee_id IS NULL' })
@Index('tickets_in_status', ['status', ...IN_ORDER])
@Index('tickets_in_category', ['categoryId', ...IN_ORDER])
@Index('tickets_in_priority', ['priority', ...IN_ORDER])
@Index('tickets_just_resolved', ['updatedAt', 'number'], { where: "status = 'resolved'" })
@Index('tickets_following', ['followsId'], { where: 'follows_id IS NOT NULL' })
@Index('tickets_in_bin', ['deletedAt', 'number'], { where: 'deleted_at IS NOT NULL' })
@Index('tickets_by_first_reply', ['firstReplyAt'], { where: 'first_reply_at IS NOT NULL' })
@Index('tickets_by_resolution', ['resolvedAt'], { where: 'resolved_at IS NOT NULL' })
@Index('tickets_open', ['status', 'priority', 'categoryId', 'assigneeId', 'createdAt'], {
  where: "deleted_at IS NULL AND status IN ('submitted', 'in_progress', 'waiting_requester', 'on_hold')",
})
@Index('tickets_to_close', ['resolvedAt'], { where: "status = 'resolved'" })
export class Ticket {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  /** What people say aloud; given by the database, in the order of filing. */
  @Column({ type: 'bigint', generated: 'identity', generatedIdentity: 'BY DEFAULT', unique: true })
  number!: string;

  @Column({ type: 'text' })
  subject!: string;

  @Column({ type: 'text' })
  description!: string;

  @Column({ type: 'text' })
  status!: StatusCode;

  @ManyToOne(() => Status)
  @JoinColumn({ name: 'status' })
  statusRow!: Relation<Status>;

  /** The rank of `PRIORITIES`: 0 for low to 3 for urgent. */
  @Column({ type: 'smallint' })
  priority!: number;

  @Column({ type: 'uuid', nullable: true })
  categoryId!: string | null;

  @ManyToOne(() => Category)
  @JoinColumn({ name: 'category_id' })
  category!: Relation<Category> | null;

  @Column({ type: 'uuid' })
  requesterId!: string;

  @ManyToOne(() => User)
  @JoinColumn({ name: 'requester_id' })
  requester!: Relation<User>;

  @Column({ type: 'uuid' })
  creatorId!: string;

  @ManyToOne(() => User)
  @JoinColumn({ name: 'creator_id' })
  creator!: Relation<User>;

  @Column({ type: 'uuid', nullable: true })
  assigneeId!: string | null;

  @ManyToOne(() => User)
  @JoinColumn({ name: 'assignee_id' })
  assignee!: Relation<User> | null;

  @Column({ type: 'timestamptz' })
  createdAt!: Date;

  @Column({ type: 'timestamptz' })
  updatedAt!: Date;

  /** The first reply by staff. */
  @Column({ type: 'timestamptz', nullable: true })
  firstReplyAt!: Date | null;

  /** On whose side the last reply was written; it is the other side's turn. */
  @Column({ type: 'text', nullable: true })
  lastReplyBy!: Side | null;

  @Column({ type: 'timestamptz', nullable: true })
  resolvedAt!: Date | null;

  /** When it became closed or cancelled. */
  @Column({ type: 'timestamptz', nullable: true })
  closedAt!: Date | null;

  /** The closed ticket that this one is a new one about. */
  @Column({ type: 'uuid', nullable: true })
  followsId!: string | null;

  @ManyToOne(() => Ticket, { onDelete: 'SET NULL' })
  @JoinColumn({ name: 'follows_id' })
  follows!: Relation<Ticket> | null;

  /** Since when it lies in the bin. */
  @Column({ type: 'timestamptz', nullable: true })
  deletedAt!: Date | null;

  @Column({ type: 'integer' })
  version!: number;
}

/** The facts that a change may replace. A ticket's version grows only where one of them does. */
export type TicketFactsPatch = Partial<
  Pick<
    Ticket,
    | 'subject'
    | 'description'
    | 'status'
    | 'priority'
    | 'categoryId'
    | 'assigneeId'
    | 'resolvedAt'
    | 'closedAt'
    | 'deletedAt'
  >
>;
