import { mayNote, mayReply, standingOn, statusAfterReply } from '@deskhand/shared';
import type { Actor } from '../../auth/access/access.js';
import type { LockedTicket } from '../ticket/ticket-visibility.js';
import type { Step } from '../work/steps.js';
import { addComment, type NewComment } from './add-comment.js';

/** A reply or an internal note as a step of a change; a reply moves the ticket as the product says. */
export function commenting(actor: Actor, ticket: LockedTicket, comment: Omit<NewComment, 'actor'>): Step {
  return {
    verdict: comment.internal ? mayNote(actor, ticket) : mayReply(actor, ticket),
    forbidden: 'Only staff who are not the requester write internal notes.',
    conflict: 'This ticket is closed or in the bin. File a new one about it.',
    take: async (change) => {
      await addComment(change, { actor, ...comment });
      const standing = standingOn(actor, ticket);
      if (comment.internal || !standing) return;
      const next = statusAfterReply(standing, ticket.status);
      if (next) change.moveTo(next, { automatic: true });
    },
  };
}
