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

/** Somebody tried to register with the address of this account. */
export const registrationRepeated = (id: string): DomainEvent => person('person.registration_repeated', id);

export const confirmationRequested = (id: string): DomainEvent => person('person.confirmation_requested', id);

export const addressConfirmed = (id: string): DomainEvent => person('person.address_confirmed', id);

export const addressChangeRequested = (id: string): DomainEvent => person('person.address_change_requested', id);

export const addressChangeWithdrawn = (id: string): DomainEvent => person('person.address_change_withdrawn', id);

export const addressChanged = (id: string): DomainEvent => person('person.address_changed', id);

export const resetRequested = (id: string): DomainEvent => person('person.reset_requested', id);

export const invitationAccepted = (id: string): DomainEvent => person('person.invitation_accepted', id);

export const profileChanged = (id: string, fields: readonly string[]): DomainEvent =>
  person('person.profile_changed', id, { fields });

export const passwordChanged = (id: string, by: 'owner' | 'reset_link'): DomainEvent =>
  person('person.password_changed', id, { by });

interface StartedSession {
  readonly id: string;
  readonly kind: SessionKind;
  readonly ip: string;
  /** Whether the person never signed in there before, but did elsewhere. */
  readonly newDevice: boolean;
}

export const sessionStarted = (id: string, { id: sessionId, kind, ip, newDevice }: StartedSession): DomainEvent =>
  person('session.started', id, { sessionId, kind, ip, newDevice });

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

export type SessionEnd = 'signed_out' | 'ended_by_owner' | 'password_changed' | 'disabled' | 'erased' | 'token_reused';
