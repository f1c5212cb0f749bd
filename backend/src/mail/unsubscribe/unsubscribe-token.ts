import { isId } from '../../platform/ids.js';

/** Which mail a link came with, and the secret that only its reader has. */
interface UnsubscribeToken {
  readonly mailId: string;
  readonly secret: string;
}

/** Where mail programs say it in one step, and where a person is asked. */
export function unsubscribeAddresses(
  publicUrl: string,
  mailId: string,
  secret: string,
): { readonly oneClick: string; readonly page: string } {
  const query = `token=${mailId}.${secret}`;
  return { oneClick: `${publicUrl}/api/v1/mail/unsubscribe?${query}`, page: `${publicUrl}/unsubscribe?${query}` };
}

/** Null for what is no such token. */
export function readToken(token: string): UnsubscribeToken | null {
  const [mailId = '', secret = '', ...rest] = token.split('.');
  return isId(mailId) && secret !== '' && rest.length === 0 ? { mailId, secret } : null;
}
