import { type ActivityKind, type ActorFacts, maySeeInternal, roleMay } from '@deskhand/shared';
import type { LiveEntry, LiveTicket } from './entries.js';

/**
 * How much of an entry somebody is told: the `whole`, as staff read it; what is `public`, as requesters and watchers read it;
 * or, `bare`, that it happened.
 */
export type Share = 'whole' | 'public' | 'bare';

/** What everybody's screens show, whoever changed it. */
const LABELS: ReadonlySet<ActivityKind> = new Set([
  'category.created',
  'category.changed',
  'status.relabelled',
  'settings.changed',
]);

/** What this reader is told of this entry; null where it is none of his business. The same rule as `maySee`, for many. */
export function shareOf(reader: ActorFacts, entry: LiveEntry, ticket: LiveTicket | undefined): Share | null {
  if (entry.subject_type === 'ticket') return shareOfTicket(reader, entry, ticket);
  if (roleMay(reader.role, 'people.manage')) return 'whole';
  if (entry.subject_type === 'person' && entry.subject_id === reader.id) return 'whole';
  return LABELS.has(entry.kind) ? 'bare' : null;
}

function shareOfTicket(reader: ActorFacts, entry: LiveEntry, ticket: LiveTicket | undefined): Share | null {
  const isStaff = maySeeInternal(reader);
  // Only they saw it at last, in the bin.
  if (entry.kind === 'ticket.purged') return roleMay(reader.role, 'ticket.restore') ? 'whole' : null;
  const concerned = isStaff || isRequesterOrWatcher(reader, ticket);
  if (entry.kind === 'ticket.deleted') return concerned ? 'bare' : null;
  if (!ticket || !concerned || (ticket.deleted && !roleMay(reader.role, 'ticket.restore'))) {
    return entry.kind === 'watcher.removed' && entry.payload.watcherId === reader.id ? 'bare' : null;
  }
  if (isStaff) return 'whole';
  // Whoever was told that it is gone is told that it is back.
  return entry.public || entry.kind === 'ticket.restored' ? 'public' : null;
}

function isRequesterOrWatcher(reader: ActorFacts, ticket: LiveTicket | undefined): boolean {
  return ticket?.requester_id === reader.id || (ticket?.watcher_ids.includes(reader.id) ?? false);
}
