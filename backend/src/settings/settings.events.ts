import type { DomainEvent } from '../platform/unit-of-work.js';

export const settingsChanged = (installationId: string, fields: readonly string[]): DomainEvent => ({
  kind: 'settings.changed',
  subject: { type: 'installation', id: installationId },
  public: false,
  payload: { fields },
});
