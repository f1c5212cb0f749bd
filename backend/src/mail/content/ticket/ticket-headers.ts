/**
 * What mail programs put mails of one ticket together by, and what they offer a button for leaving with (RFC 2919, RFC 8058).
 * The first reference is nobody's mail, but the same for all of a ticket, whoever gets which of them.
 *
 * @param oneClick where a program says that its reader does not want such mails; null where there is no reader to say so
 */
export function ticketHeaders(publicUrl: string, ticketId: string, oneClick: string | null): Record<string, string> {
  const { hostname } = new URL(publicUrl);
  const thread = `<ticket.${ticketId}@${hostname}>`;
  return {
    'In-Reply-To': thread,
    References: thread,
    'List-Id': `<tickets.${hostname}>`,
    ...(oneClick === null
      ? {}
      : { 'List-Unsubscribe': `<${oneClick}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }),
  };
}
