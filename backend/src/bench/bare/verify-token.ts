import { createHmac, timingSafeEqual } from 'node:crypto';

/** Whether an access token was signed with the secret, for this installation, and is still good. */
export function isGoodToken(token: string, keys: { secret: string; installationId: string }, now: number): boolean {
  const [head = '', body = '', signature = ''] = token.split('.');
  const expected = createHmac('sha256', keys.secret).update(`${head}.${body}`).digest();
  const given = Buffer.from(signature, 'base64url');
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return false;
  const { alg } = JSON.parse(Buffer.from(head, 'base64url').toString('utf8')) as { alg?: unknown };
  const claims = JSON.parse(Buffer.from(body, 'base64url').toString('utf8')) as Record<string, unknown>;
  const lives = typeof claims.exp === 'number' && claims.exp * 1_000 > now;
  return alg === 'HS256' && claims.iss === keys.installationId && lives;
}
