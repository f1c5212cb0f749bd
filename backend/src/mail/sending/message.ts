import type { MailContent } from '../content/mail-content.js';
import type { ClaimedMail } from '../queue/mail-queue.js';
import type { Message } from './transport.js';

/** The same for every attempt. @param publicUrl where people reach the app */
export function messageIdOf(mailId: string, publicUrl: string): string {
  return `<${mailId}@${new URL(publicUrl).hostname}>`;
}

export function messageOf(
  mail: ClaimedMail,
  { subject, text, html, headers = {} }: MailContent,
  publicUrl: string,
): Message {
  const messageId = messageIdOf(mail.id, publicUrl);
  return { messageId, date: mail.created_at, to: mail.address, subject, text, html, headers };
}

/** What is kept of it: without the secrets of its links. */
export function withoutSecrets({ secrets = [], ...content }: MailContent): MailContent {
  const hide = (text: string): string => secrets.reduce((hidden, secret) => hidden.replaceAll(secret, '•••'), text);
  return { ...content, text: hide(content.text), html: hide(content.html) };
}
