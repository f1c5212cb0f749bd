import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { v7, validate } from 'uuid';

/** A new id: a UUID of version 7, which sorts by the time it was made. */
export function newId(): string {
  return v7();
}

export function isId(text: string): boolean {
  return validate(text);
}

/** Matches an id, and these words in its place. */
export function idOr(...words: readonly string[]): RegExp {
  return new RegExp(`^(?:${words.join('|')}|[\\da-fA-F]{8}(?:-[\\da-fA-F]{4}){3}-[\\da-fA-F]{12})$`);
}

/** A 256-bit secret for links and cookies, in 43 characters of base64url. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** How a secret is kept at rest. It is random, so one round of SHA-256 suffices. */
export function hashSecret(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}

/** Compares without telling by its duration where two texts differ. */
export function sameSecret(one: string, other: string): boolean {
  return timingSafeEqual(hashSecret(one), hashSecret(other));
}
