import type { Actor } from '../../auth/access/access.js';
import { commentAdded } from '../ticket/ticket.events.js';
import type { TicketChange } from '../work/ticket-change.js';
import { Comment } from './comment.entity.js';
import { keepMentions } from './mentions.js';

export interface NewComment {
  readonly id: string;
  readonly actor: Actor;
  readonly body: string;
  readonly internal: boolean;
}

/** Writes a comment as part of a change of its ticket, which tells of it when that is written. */
export async function addComment(change: TicketChange, { id, actor, body, internal }: NewComment): Promise<void> {
  const { manager, now } = change.transaction;
  const ticketId = change.ticket.id;
  await manager.insert(Comment, { id, ticketId, authorId: actor.id, body, internal, createdAt: now });
  const mentionIds = internal ? await keepMentions(manager, id, body) : [];
  change.tell(commentAdded(ticketId, { commentId: id, internal, mentionIds }));
}
