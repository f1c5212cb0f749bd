import type { ActivityKind } from '@deskhand/shared';

/** Kinds of entries that end streams. */
export const REVOKING_KINDS: readonly ActivityKind[] = [
  'session.ended',
  'person.disabled',
  'person.role_changed',
  'person.password_changed',
];

/** An entry that may be one of those. */
export interface Revocation {
  readonly id: string;
  readonly kind: ActivityKind;
  readonly subject_id: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** Whose streams end. */
export interface Revoked {
  readonly personId: string;
  /** All of them where nothing is said. */
  readonly sessionIds: readonly string[] | null;
}

/** Null for an entry that ends nothing. */
export function revokedBy({ kind, subject_id, payload }: Omit<Revocation, 'id'>): Revoked | null {
  if (!REVOKING_KINDS.includes(kind)) return null;
  return { personId: subject_id, sessionIds: kind === 'session.ended' ? (payload.sessionIds as string[]) : null };
}

export function concerns({ personId, sessionIds }: Revoked, one: { id: string; sessionId: string }): boolean {
  return one.id === personId && (sessionIds === null || sessionIds.includes(one.sessionId));
}
