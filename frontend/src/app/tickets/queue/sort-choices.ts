import type { Sorting } from './queue-query';

type SortChoice = Sorting & { readonly label: string };

/** Among the hits of a search, those whose subject has the words first. */
const BY_RELEVANCE: SortChoice = { key: 'relevance', direction: 'desc', label: $localize`Relevance` };

/** The orders in words, for where there are no headers to press. */
const SORT_CHOICES: readonly SortChoice[] = [
  { key: 'createdAt', direction: 'desc', label: $localize`Newest first` },
  { key: 'createdAt', direction: 'asc', label: $localize`Oldest first` },
  { key: 'updatedAt', direction: 'desc', label: $localize`Changed last` },
  { key: 'updatedAt', direction: 'asc', label: $localize`Unchanged longest` },
  { key: 'priority', direction: 'desc', label: $localize`Highest priority` },
  { key: 'priority', direction: 'asc', label: $localize`Lowest priority` },
  { key: 'number', direction: 'desc', label: $localize`Highest number` },
  { key: 'number', direction: 'asc', label: $localize`Lowest number` },
];

export function sortChoices({ isSearch }: { readonly isSearch: boolean }): readonly SortChoice[] {
  return isSearch ? [...SORT_CHOICES, BY_RELEVANCE] : SORT_CHOICES;
}
