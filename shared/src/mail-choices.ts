import { isStaffRole, type Role } from './roles.js';

/**
 * What a person may choose to be told by mail, in the order in which the profile lists it. Mails that keep an account safe
 * (password, address, reset, invitation, confirmation) are not among them: they cannot be switched off.
 */
export const MAIL_CHOICES = [
  'ticket_received',
  'ticket_replied',
  'ticket_status',
  'ticket_resolved',
  'ticket_closing',
  'ticket_new',
  'ticket_assigned',
  'ticket_mention',
  'new_device',
] as const;
export type MailChoice = (typeof MAIL_CHOICES)[number];

/** What only those who work on tickets are ever told. */
const FOR_STAFF: ReadonlySet<MailChoice> = new Set(['ticket_new', 'ticket_assigned', 'ticket_mention']);

/** What nobody gets who has not asked for it. */
const UNWANTED: ReadonlySet<MailChoice> = new Set(['ticket_new']);

/** The choices that this role has, in their order. */
export function mailChoicesOf(role: Role): MailChoice[] {
  return MAIL_CHOICES.filter((choice) => isStaffRole(role) || !FOR_STAFF.has(choice));
}

/** What counts for whoever has not chosen. */
export function isWantedByDefault(choice: MailChoice): boolean {
  return !UNWANTED.has(choice);
}
