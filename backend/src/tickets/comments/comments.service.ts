import { Injectable } from '@nestjs/common';
import { maySeeInternal } from '@deskhand/shared';
import { DataSource, type EntityManager } from 'typeorm';
import { type Actor, originOf } from '../../auth/access/access.js';
import { type Page, type PageRequest, readPage } from '../../platform/database/read-page.js';
import { newId } from '../../platform/ids.js';
import { UnitOfWork } from '../../platform/unit-of-work.js';
import { admit } from '../ticket/admission.js';
import { TicketChange } from '../work/ticket-change.js';
import { findTicket, lockTicket } from '../ticket/ticket-visibility.js';
import { type AddCommentDto, AddedCommentDto, CommentDto, type CommentRow } from './comment.dto.js';
import { commenting } from './commenting.js';

const COLUMNS = `m.id, m.body, m.internal, m.created_at, m.author_id, u.name AS author_name, u.email AS author_email,
  u.role AS author_role, t.requester_id`;
const TABLES = 'comments m JOIN tickets t ON t.id = m.ticket_id JOIN users u ON u.id = m.author_id';

/** Replies and internal notes. */
@Injectable()
export class Comments {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** A ticket's comments, the oldest first; notes only for those who may see them. @throws NotFound */
  async list(actor: Actor, ticketId: string, page: PageRequest): Promise<Page<CommentDto>> {
    const { manager } = this.dataSource;
    await findTicket(manager, actor, ticketId);
    const rows = await readPage<CommentRow>(
      manager,
      'comments',
      {
        select: COLUMNS,
        from: TABLES,
        where: ['m.ticket_id = $1', ...(maySeeInternal(actor) ? [] : ['NOT m.internal'])],
        parameters: [ticketId],
        sort: {
          column: 'm.created_at',
          type: 'timestamptz',
          descending: false,
          tie: { column: 'm.id', type: 'uuid', descending: false },
        },
      },
      page,
    );
    return { ...rows, items: rows.items.map((row) => CommentDto.of(row, actor)) };
  }

  /**
   * Adds a reply or a note. A reply moves the ticket as the product says; what was written is never refused for being
   * based on an older version.
   */
  async add(actor: Actor, ticketId: string, { body, internal = false }: AddCommentDto): Promise<AddedComment> {
    return this.unitOfWork.run(originOf(actor), async (transaction) => {
      const ticket = await lockTicket(transaction.manager, actor, ticketId);
      const id = newId();
      const step = commenting(actor, ticket, { id, body, internal });
      admit(step);
      const change = new TicketChange(transaction, ticket);
      await step.take(change);
      await change.write();
      const row = await readComment(transaction.manager, id);
      const comment = Object.assign(CommentDto.of(row, actor), { ticketStatus: change.status });
      return { comment, ticketVersion: change.version };
    });
  }
}

export interface AddedComment {
  readonly comment: AddedCommentDto;
  readonly ticketVersion: number;
}

async function readComment(manager: EntityManager, id: string): Promise<CommentRow> {
  const rows: CommentRow[] = await manager.query(`SELECT ${COLUMNS} FROM ${TABLES} WHERE m.id = $1`, [id]);
  const row = rows[0];
  if (!row) throw new Error('the comment that was just written is not there');
  return row;
}
