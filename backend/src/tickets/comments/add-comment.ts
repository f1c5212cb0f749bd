import { standingOn } from '@deskhand/shared';
import type { Actor } from '../../auth/access/access.js';
import { prepared } from '../../platform/database/preparing-client.js';
import { claimUploads } from '../attachments/claim.js';
import { commentAdded } from '../ticket/ticket.events.js';
import type { TicketChange } from '../work/ticket-change.js';
import { keepMentions } from './mentions.js';

export interface NewComment {
  readonly id: string;
  readonly actor: Actor;
  readonly body: string;
  readonly internal: boolean;
  /** Own uploads that come with it. */
  readonly attachmentIds?: readonly string[] | undefined;
}

const INSERT_COMMENT = prepared(
  'INSERT INTO comments (id, ticket_id, author_id, body, internal, created_at) VALUES ($1, $2, $3, $4, $5, $6)',
);

/** Writes a comment as part of a change of its ticket, which tells of it when that is written. */
export async function addComment(change: TicketChange, comment: NewComment): Promise<void> {
  const { id, actor, body, internal, attachmentIds = [] } = comment;
  const { manager, now } = change.transaction;
  const ticketId = change.ticket.id;
  await manager.query(INSERT_COMMENT, [id, ticketId, actor.id, body, internal, now]);
  const mentionIds = internal ? await keepMentions(manager, id, body) : [];
  if (!internal) change.markReply(standingOn(actor, change.ticket) === 'staff' ? 'staff' : 'requester');
  change.tell(commentAdded(ticketId, { commentId: id, internal, mentionIds }));
  const claim = { ticketId, commentId: id, internal };
  for (const event of await claimUploads(manager, actor, attachmentIds, claim)) change.tell(event);
}
