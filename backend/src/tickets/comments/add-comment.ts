import { standingOn } from '@deskhand/shared';
import type { Actor } from '../../auth/access/access.js';
import { claimUploads } from '../attachments/claim.js';
import { commentAdded } from '../ticket/ticket.events.js';
import type { TicketChange } from '../work/ticket-change.js';
import { Comment } from './comment.entity.js';
import { keepMentions } from './mentions.js';

export interface NewComment {
  readonly id: string;
  readonly actor: Actor;
  readonly body: string;
  readonly internal: boolean;
  /** Own uploads that come with it. */
  readonly attachmentIds?: readonly string[] | undefined;
}

/** Writes a comment as part of a change of its ticket, which tells of it when that is written. */
export async function addComment(change: TicketChange, comment: NewComment): Promise<void> {
  const { id, actor, body, internal, attachmentIds = [] } = comment;
  const { manager, now } = change.transaction;
  const ticketId = change.ticket.id;
  await manager.insert(Comment, { id, ticketId, authorId: actor.id, body, internal, createdAt: now });
  const mentionIds = internal ? await keepMentions(manager, id, body) : [];
  if (!internal) change.markReply(standingOn(actor, change.ticket) === 'staff' ? 'staff' : 'requester');
  change.tell(commentAdded(ticketId, { commentId: id, internal, mentionIds }));
  const claim = { ticketId, commentId: id, internal };
  for (const event of await claimUploads(manager, actor, attachmentIds, claim)) change.tell(event);
}
