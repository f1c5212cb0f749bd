import { Injectable } from '@nestjs/common';
import { mayEditComment, mayRedact } from '@deskhand/shared';
import { type Actor, originOf } from '../../auth/access/access.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { type Transaction, UnitOfWork } from '../../platform/unit-of-work.js';
import { ATTACHMENT_SWEEP } from '../attachments/attachment-sweep.js';
import { discardAttachmentsOf } from '../attachments/discard.js';
import { IdempotentAnswer } from '../idempotency/idempotent-answer.entity.js';
import { admit } from '../ticket/admission.js';
import { commentEdited, commentRedacted } from '../ticket/ticket.events.js';
import { lockTicket } from '../ticket/ticket-visibility.js';
import { TicketChange } from '../work/ticket-change.js';
import { CommentDto } from './comment.dto.js';
import { Comment } from './comment.entity.js';
import { commentFactsOf, type CommentRow, readComment } from './comment-row.js';
import { Mention } from './mention.entity.js';
import { keepMentions } from './mentions.js';

/** Which comment of which ticket. */
export interface CommentAddress {
  readonly ticketId: string;
  readonly commentId: string;
}

type Change = (change: TicketChange, comment: CommentRow) => Promise<void>;

/** What becomes of a comment after it was written. */
@Injectable()
export class CommentEditing {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly jobs: Jobs,
  ) {}

  /** What it said before is kept beside the trail; the same text again leaves no trace. @throws NotFound, NotAllowed, Conflict */
  edit(actor: Actor, address: CommentAddress, body: string): Promise<CommentDto> {
    return this.change(actor, address, async (change, comment) => {
      admit({
        verdict: mayEditComment(actor, change.ticket, commentFactsOf(comment, change.transaction.now)),
        forbidden: 'Only its author edits a comment.',
        conflict:
          'A comment can be edited for 15 minutes, until its text is erased or its ticket closed. Write another one.',
      });
      if (body !== comment.body) await rewrite(change, comment, body);
    });
  }

  /** Its text goes for good, wherever a copy of it was kept; that there was a comment stays. @throws NotFound, Conflict */
  async redact(actor: Actor, address: CommentAddress): Promise<CommentDto> {
    const redacted = await this.change(actor, address, async (change, comment) => {
      admit({
        verdict: mayRedact(actor, change.ticket, commentFactsOf(comment, change.transaction.now)),
        forbidden: 'Only admins erase the text of a comment.',
        conflict: change.ticket.deleted
          ? 'This ticket is in the bin. Restore it first.'
          : 'Its text is erased already.',
      });
      await erase(change.transaction, comment.id);
      change.tell(commentRedacted(change.ticket.id, { commentId: comment.id, internal: comment.internal }));
    });
    await this.jobs.runSoon(ATTACHMENT_SWEEP);
    return redacted;
  }

  private change(actor: Actor, address: CommentAddress, make: Change): Promise<CommentDto> {
    return this.unitOfWork.run(originOf(actor), async (transaction) => {
      const { manager } = transaction;
      const change = new TicketChange(transaction, await lockTicket(manager, actor, address.ticketId));
      await make(change, await readComment(manager, actor, address));
      await change.write();
      return CommentDto.of(await readComment(manager, actor, address), actor);
    });
  }
}

async function rewrite(change: TicketChange, { id, internal, body: before }: CommentRow, body: string): Promise<void> {
  const { manager, now } = change.transaction;
  await manager.update(Comment, { id }, { body, editedAt: now });
  const mentionIds = internal ? await keepMentions(manager, id, body) : [];
  change.tell(commentEdited(change.ticket.id, { commentId: id, internal, mentionIds }, before));
}

async function erase(transaction: Transaction, commentId: string): Promise<void> {
  const { manager, now } = transaction;
  await manager.update(Comment, { id: commentId }, { body: '', redactedAt: now });
  await manager.query('DELETE FROM text_versions WHERE comment_id = $1', [commentId]);
  await manager.delete(IdempotentAnswer, { commentId });
  await manager.delete(Mention, { commentId });
  await discardAttachmentsOf(transaction, { commentId });
}
