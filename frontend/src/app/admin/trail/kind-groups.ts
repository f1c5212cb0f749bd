import { ACTIVITY_KINDS, type ActivityKind } from '@deskhand/shared';

/** Kinds that are looked for together. */
export interface KindGroup {
  readonly label: string;
  readonly kinds: readonly ActivityKind[];
}

const of = (pattern: RegExp): ActivityKind[] => ACTIVITY_KINDS.filter((kind) => pattern.test(kind));

export const KIND_GROUPS: readonly KindGroup[] = [
  { label: $localize`Tickets`, kinds: of(/^ticket\./) },
  { label: $localize`Conversation`, kinds: of(/^(comment|attachment|watcher)\./) },
  { label: $localize`People`, kinds: of(/^person\./) },
  { label: $localize`Sign-ins`, kinds: of(/^(session|sign_in)\./) },
  { label: $localize`Settings and views`, kinds: of(/^(settings|category|status|view|snippet|installation)\./) },
  { label: $localize`Mail`, kinds: of(/^mail\./) },
  { label: $localize`Exports and imports`, kinds: of(/^(tickets|trail)\./) },
];
