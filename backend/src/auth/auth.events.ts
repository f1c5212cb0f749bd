import type { DomainEvent } from '../platform/unit-of-work.js';
import type { SessionKind } from './sessions/session.entity.js';

const person = (kind: DomainEvent['kind'], id: string, payload: DomainEvent['payload'] = {}): DomainEvent => ({
  kind,
  subject: { type: 'person', id },
  public: false,
  payload,
});

export const installationSetUp = (installationId: string, adminId: string): DomainEvent => ({
  kind: 'installation.set_up',
  subject: { type: 'installation', id: installationId },
  public: false,
  payload: { adminId },
});

export const personRegistered = (id: string): DomainEvent => person('person.registered', id);

export const invitationAccepted = (id: string): DomainEvent => person('person.invitation_accepted', id);

export const profileChanged = (id: string, fields: readonly string[]): DomainEvent =>
  person('person.profile_changed', id, { fields });

export const passwordChanged = (id: string, by: 'owner' | 'reset_link'): DomainEvent =>
  person('person.password_changed', id, { by });

export const sessionStarted = (id: string, session: { id: string; kind: SessionKind; ip: string }): DomainEvent =>
  person('session.started', id, { sessionId: session.id, kind: session.kind, ip: session.ip });

export const sessionsEnded = (id: string, sessionIds: readonly string[], reason: SessionEnd): DomainEvent =>
  person('session.ended', id, { sessionIds, reason });

/** A refresh token was used that had been replaced long ago: somebody else has a copy. */
export const tokenReused = (id: string, sessionId: string): DomainEvent =>
  person('session.token_reused', id, { sessionId });

/** Sign-ins that failed within one window, told of when it has ended. */
export const signInsRefused = (
  subject: DomainEvent['subject'],
  refusals: { address: string; count: number },
): DomainEvent => ({ kind: 'sign_in.refused', subject, public: false, payload: refusals });

export type SessionEnd = 'signed_out' | 'ended_by_owner' | 'password_changed' | 'disabled' | 'token_reused';
