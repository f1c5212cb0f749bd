/**
 * Every kind of entry on the activity trail. An entry's payload holds ids and short values only, never written text;
 * whether the ticket's requester may see it is kept with each entry, for a reply and a note are one kind.
 */
export const ACTIVITY_KINDS = [
  'ticket.created',
  'ticket.status_changed',
  'ticket.assigned',
  'comment.added',
  'person.registered',
  'person.role_changed',
  'person.disabled',
  'person.enabled',
  'person.profile_changed',
  'person.password_changed',
  'person.reset_link_made',
  'session.started',
  'session.ended',
  'session.token_reused',
  'sign_in.refused',
  'installation.set_up',
] as const;

export type ActivityKind = (typeof ACTIVITY_KINDS)[number];
