import type { CommentKind } from './ticket';

/** A draft for each ticket and kind: what was meant for staff never turns up as a reply. */
export function commentDraftName(ticketId: string, kind: CommentKind): string {
  return `ticket:${ticketId}:${kind}`;
}

export function reasonDraftName(ticketId: string): string {
  return `ticket:${ticketId}:hold`;
}
