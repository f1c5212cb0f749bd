import type { ActivityKind } from '@deskhand/shared';
import { categoryLabel } from '../../ui/category-label';
import type { TrailEntry } from './trail-api';
import { INSTALLATION_KINDS } from './words-of-installation';
import { PEOPLE_KINDS } from './words-of-people';
import { TICKET_KINDS } from './words-of-tickets';

/** An entry with those names that its sentence begins and ends with. */
export interface Told {
  readonly entry: TrailEntry;
  /** Whoever did it. */
  readonly who: string;
  /** What it was done to: "#1042", the name of a person, of a category, a view or a snippet. */
  readonly what: string;
}

/** The words for one kind of entries. */
export interface KindWords {
  /** For choosing this kind. */
  readonly label: string;
  readonly say: (told: Told) => string;
}

/** Every kind has its words here. */
export const KIND_WORDS: Readonly<Record<ActivityKind, KindWords>> = {
  ...TICKET_KINDS,
  ...PEOPLE_KINDS,
  ...INSTALLATION_KINDS,
};

/** One sentence that tells an entry. */
export function sentenceOf(entry: TrailEntry): string {
  const who = entry.actor === null ? $localize`Deskhand` : entry.actor.name;
  return KIND_WORDS[entry.kind].say({ entry, who, what: whatOf(entry) });
}

function whatOf({ subject }: TrailEntry): string {
  switch (subject.type) {
    case 'ticket':
      return subject.number === null ? $localize`a ticket that is gone` : `#${subject.number}`;
    case 'person':
      return subject.name ?? $localize`somebody who is gone`;
    case 'category':
      return subject.name === null ? $localize`that is gone` : categoryLabel(subject.name);
    case 'view':
    case 'installation':
      return subject.name ?? '';
  }
}
