/** Every kind of mail. What happens to a ticket comes as `ticket` mails, several events in one. */
export const MAIL_KINDS = [
  'welcome',
  'confirmation',
  'invitation',
  'password_reset',
  'password_changed',
  'address_changed',
  'new_device',
  'ticket',
  'trail_heads',
] as const;

export type MailKind = (typeof MAIL_KINDS)[number];
