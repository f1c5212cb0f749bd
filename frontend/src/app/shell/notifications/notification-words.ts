import type { UnreadTicket } from '../../platform/unread';
import { newsWords } from '../../ui/news-words';

/** Who did what in a ticket last, as its reader is told. */
export function notificationWords({ ticket, last }: UnreadTicket, readerId: string): string {
  if (!last) return $localize`You kept this for later`;
  const reader = ticket.requester.id === readerId ? 'requester' : 'staff';
  const name = last.actor?.name ?? $localize`Deskhand`;
  const mentioned = last.payload['mentionIds'];
  if (Array.isArray(mentioned) && mentioned.includes(readerId)) return $localize`${name}:name: mentioned you`;
  return newsWords(last, reader) ?? assignedWords(name, last.payload['to'], readerId);
}

function assignedWords(name: string, to: unknown, readerId: string): string {
  if (typeof to !== 'object' || to === null || !('id' in to)) return $localize`${name}:name: changed who has this`;
  return to.id === readerId
    ? $localize`${name}:name: assigned this to you`
    : $localize`${name}:name: changed who has this`;
}
