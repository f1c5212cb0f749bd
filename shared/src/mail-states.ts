/**
 * What has become of a mail: it waits, is under way, was taken by the server, was refused for good (`failed`), was given up
 * after days of trying (`dead`), or is not needed any more (`cancelled`).
 */
export const MAIL_STATES = ['queued', 'sending', 'sent', 'failed', 'dead', 'cancelled'] as const;

export type MailState = (typeof MAIL_STATES)[number];
