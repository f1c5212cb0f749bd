import type { Permission } from './permissions.js';

/** What an employee may do who has not confirmed the mail address yet; staff are vouched for by whoever made them staff. */
export const UNCONFIRMED_MAY = ['everything', 'file_only', 'nothing'] as const;

export type UnconfirmedMay = (typeof UNCONFIRMED_MAY)[number];

/** Whoever is signed in may look at the own account, mend the address, and sign out. */
const ALWAYS: ReadonlySet<Permission> = new Set<Permission>(['session.own', 'profile.own']);

/** Reporting a problem and seeing what became of it. */
const FILING: ReadonlySet<Permission> = new Set<Permission>([
  'ticket.create',
  'ticket.read',
  'attachment.own',
  'category.read',
  'status.read',
]);

/** Whether it may be done before the address is confirmed, by a role that may do it. */
export function unconfirmedMayDo(may: UnconfirmedMay, permission: Permission): boolean {
  if (may === 'everything' || ALWAYS.has(permission)) return true;
  return may === 'file_only' && FILING.has(permission);
}
