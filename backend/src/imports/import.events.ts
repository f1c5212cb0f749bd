import type { DomainEvent } from '../platform/unit-of-work.js';

/** Mail is for what happens here: a ticket that comes from elsewhere is told of by a kind of its own. */
export const ticketImported = (id: string, payload: { number: number; importId: string }): DomainEvent => ({
  kind: 'ticket.imported',
  subject: { type: 'ticket', id },
  public: true,
  payload,
});

/** An account without a password, which its owner gets by an invitation. */
export const personImported = (id: string, importId: string): DomainEvent => ({
  kind: 'person.imported',
  subject: { type: 'person', id },
  public: false,
  payload: { importId },
});

export const ticketsImported = (
  installationId: string,
  payload: { importId: string; created: number; skipped: number; failed: number },
): DomainEvent => ({
  kind: 'tickets.imported',
  subject: { type: 'installation', id: installationId },
  public: false,
  payload,
});
