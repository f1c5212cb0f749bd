import type { DomainEvent } from '../../platform/unit-of-work.js';

/** Names are written text, and those of private views nobody else's business: the trail holds none. */
const about = (kind: DomainEvent['kind'], id: string, payload: DomainEvent['payload']): DomainEvent => ({
  kind,
  subject: { type: 'view', id },
  public: false,
  payload,
});

export const viewCreated = ({ id, shared }: { id: string; shared: boolean }): DomainEvent =>
  about('view.created', id, { shared });

export const viewChanged = ({ id, shared }: { id: string; shared: boolean }, fields: readonly string[]): DomainEvent =>
  about('view.changed', id, { fields, shared });

export const viewDeleted = ({ id, shared }: { id: string; shared: boolean }): DomainEvent =>
  about('view.deleted', id, { shared });
