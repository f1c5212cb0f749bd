import type { Request } from 'express';

const BEARER = /^Bearer(?: +(\S*))?\s*$/i;

/**
 * The token of the request's bearer, or null where it has none. Other schemes are not ours: a proxy's Basic, which a
 * browser sends by itself, must not stand in for a bearer, which it never does.
 */
export function bearerOf({ headers }: Request): string | null {
  const found = BEARER.exec(headers.authorization ?? '');
  return found ? (found[1] ?? '') : null;
}
