import type { Sighting } from './presence-board.js';

/** Sessions named in one message, whose length is bounded by PostgreSQL: 8,000 bytes. */
const MOST_SESSIONS = 100;

/** What processes tell each other: somebody was seen, is no longer at one ticket, or at none. */
export type PresenceMessage =
  | { readonly seen: Sighting }
  | { readonly left: { readonly ticketId: string; readonly sessionId: string } }
  | { readonly gone: { readonly personId: string } | { readonly sessionIds: readonly string[] } };

/** As few messages as hold them. */
export function goneSessions(sessionIds: readonly string[]): PresenceMessage[] {
  const messages: PresenceMessage[] = [];
  for (let from = 0; from < sessionIds.length; from += MOST_SESSIONS) {
    messages.push({ gone: { sessionIds: sessionIds.slice(from, from + MOST_SESSIONS) } });
  }
  return messages;
}
