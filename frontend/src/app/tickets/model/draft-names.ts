import type { CommentKind } from './ticket';

/** A draft for each ticket and kind: what was meant for staff never turns up as a reply. */
export function commentDraftName(ticketId: string, kind: CommentKind): string {
  return `ticket:${ticketId}:${kind}`;
}

/** A comment that is being changed. */
export function commentEditDraftName(commentId: string): string {
  return `comment:${commentId}:edit`;
}

export function reasonDraftName(ticketId: string): string {
  return `ticket:${ticketId}:hold`;
}
