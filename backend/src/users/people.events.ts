import type { Role } from '@deskhand/shared';
import type { DomainEvent } from '../platform/unit-of-work.js';

const about = (id: string, kind: DomainEvent['kind'], payload: DomainEvent['payload'] = {}): DomainEvent => ({
  kind,
  subject: { type: 'person', id },
  public: false,
  payload,
});

/** As what he may come in. */
export const personInvited = (id: string, role: Role): DomainEvent => about(id, 'person.invited', { role });

export const roleChanged = (id: string, from: Role, to: Role): DomainEvent =>
  about(id, 'person.role_changed', { from, to });

export const personDisabled = (id: string): DomainEvent => about(id, 'person.disabled');

export const personEnabled = (id: string): DomainEvent => about(id, 'person.enabled');

/** Name, address and everything of the kind are gone. */
export const personErased = (id: string): DomainEvent => about(id, 'person.erased');

export const resetLinkMade = (id: string): DomainEvent => about(id, 'person.reset_link_made');
