import type { StatusCode } from './statuses.js';

/** On whose side of a ticket somebody is: its requester's, with those who watch it, or staff's. */
export const SIDES = ['requester', 'staff'] as const;
export type Side = (typeof SIDES)[number];

/** Whose turn it is: that of whoever did not write the last reply. A question to the requester is always his. */
export function turnOf(status: StatusCode, lastReplyBy: Side | null): Side {
  return status === 'waiting_requester' || lastReplyBy === 'staff' ? 'requester' : 'staff';
}
