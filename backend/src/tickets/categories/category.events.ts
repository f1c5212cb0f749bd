import type { DomainEvent } from '../../platform/unit-of-work.js';

const about = (kind: DomainEvent['kind'], id: string, payload: DomainEvent['payload'] = {}): DomainEvent => ({
  kind,
  subject: { type: 'category', id },
  public: false,
  payload,
});

export const categoryCreated = (id: string): DomainEvent => about('category.created', id);

export const categoryChanged = (id: string, fields: readonly string[]): DomainEvent =>
  about('category.changed', id, { fields });
