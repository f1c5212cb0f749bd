import { type Actor } from '../../auth/access/access.js';
import { newId } from '../../platform/ids.js';
import type { Transaction } from '../../platform/unit-of-work.js';
import { commentAdded } from '../ticket/ticket.events.js';
import type { TicketChange } from '../work/ticket-change.js';
import { Comment } from './comment.entity.js';

interface NewComment {
  readonly actor: Actor;
  readonly ticketId: string;
  readonly body: string;
  readonly internal: boolean;
}

/** Writes a comment as part of a change of its ticket, which tells of it when that is written. */
export async function addComment(
  { manager, now }: Transaction,
  change: TicketChange,
  { actor, ticketId, body, internal }: NewComment,
): Promise<Comment> {
  const id = newId();
  const comment = { id, ticketId, authorId: actor.id, body, internal, createdAt: now };
  await manager.insert(Comment, comment);
  change.tell(commentAdded(ticketId, { commentId: id, internal }));
  return Object.assign(new Comment(), comment);
}
