import { Injectable } from '@nestjs/common';
import { maySeeInternal } from '@deskhand/shared';
import { DataSource } from 'typeorm';
import { type Actor, originOf } from '../../auth/access/access.js';
import { type Page, type PageRequest, readPage } from '../../platform/database/read-page.js';
import { newId } from '../../platform/ids.js';
import { type Transaction, UnitOfWork } from '../../platform/unit-of-work.js';
import { checkUploads } from '../attachments/claim.js';
import { Idempotency } from '../idempotency/idempotency.service.js';
import type { Success } from '../idempotency/success.js';
import { admit } from '../ticket/admission.js';
import { TicketChange } from '../work/ticket-change.js';
import { findTicket, lockTicket } from '../ticket/ticket-visibility.js';
import { type AddCommentDto, type AddedCommentDto, CommentDto } from './comment.dto.js';
import { COMMENT_COLUMNS, COMMENT_TABLES, type CommentRow, readComment } from './comment-row.js';
import { commenting } from './commenting.js';

/** Replies and internal notes. */
@Injectable()
export class Comments {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly idempotency: Idempotency,
  ) {}

  /** A ticket's comments, the oldest first; notes only for those who may see them. @throws NotFound */
  async list(actor: Actor, ticketId: string, page: PageRequest): Promise<Page<CommentDto>> {
    const { manager } = this.dataSource;
    await findTicket(manager, actor, ticketId);
    const rows = await readPage<CommentRow>(
      manager,
      'comments',
      {
        select: COMMENT_COLUMNS,
        from: COMMENT_TABLES,
        where: ['m.ticket_id = $1', ...(maySeeInternal(actor) ? [] : ['NOT m.internal'])],
        parameters: [ticketId],
        isSteady: true,
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
   *
   * @param key under which it is added once, however often it is asked for
   */
  add(actor: Actor, ticketId: string, comment: AddCommentDto, key?: string): Promise<Success<AddedCommentDto>> {
    const request = { actor, key, address: `POST /tickets/${ticketId}/comments`, body: comment };
    return this.unitOfWork.run(originOf(actor), (transaction) =>
      this.idempotency.once(transaction, request, () => write(transaction, actor, ticketId, comment)),
    );
  }
}

async function write(
  transaction: Transaction,
  actor: Actor,
  ticketId: string,
  { body, internal = false, attachmentIds }: AddCommentDto,
): Promise<Success<AddedCommentDto>> {
  const { manager } = transaction;
  await checkUploads(manager, actor, attachmentIds);
  const ticket = await lockTicket(manager, actor, ticketId);
  const commentId = newId();
  const step = commenting(actor, ticket, { id: commentId, body, internal, attachmentIds });
  admit(step);
  const change = new TicketChange(transaction, ticket);
  await step.take(change);
  await change.write();
  const row = await readComment(manager, actor, { ticketId, commentId });
  const comment = Object.assign(CommentDto.of(row, actor), { ticketStatus: change.status });
  return { status: 201, body: comment, headers: { ETag: `"${change.version}"` }, ticketId, commentId };
}
