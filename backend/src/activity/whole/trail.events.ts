import type { DomainEvent } from '../../platform/unit-of-work.js';

/** Who took which part of the trail home. */
export const trailExported = (personId: string, filters: DomainEvent['payload']): DomainEvent => ({
  kind: 'trail.exported',
  subject: { type: 'person', id: personId },
  public: false,
  payload: filters,
});
