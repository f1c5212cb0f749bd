import type { DomainEvent } from '../../platform/unit-of-work.js';

/** Something that the installation holds, as its settings. Names and texts are written text: the trail holds none. */
const about = (kind: DomainEvent['kind'], id: string, payload: DomainEvent['payload']): DomainEvent => ({
  kind,
  subject: { type: 'installation', id },
  public: false,
  payload,
});

interface Facts {
  readonly id: string;
  readonly shared: boolean;
}

export const snippetCreated = ({ id, shared }: Facts): DomainEvent => about('snippet.created', id, { shared });

export const snippetChanged = ({ id, shared }: Facts, fields: readonly string[]): DomainEvent =>
  about('snippet.changed', id, { fields, shared });

export const snippetDeleted = ({ id, shared }: Facts): DomainEvent => about('snippet.deleted', id, { shared });
