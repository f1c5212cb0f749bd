import type { DomainEvent } from '../../platform/unit-of-work.js';

/** Nobody yet where the address has no account. The address itself is kept in the list alone, where it can be erased. */
interface Payload {
  readonly watcherId: string | null;
}

const watcherEvent = (kind: DomainEvent['kind'], ticketId: string, { watcherId }: Payload): DomainEvent => ({
  kind,
  subject: { type: 'ticket', id: ticketId },
  public: true,
  payload: { watcherId },
});

export const watcherAdded = (ticketId: string, payload: Payload): DomainEvent =>
  watcherEvent('watcher.added', ticketId, payload);

export const watcherRemoved = (ticketId: string, payload: Payload): DomainEvent =>
  watcherEvent('watcher.removed', ticketId, payload);
