import type { Sorting } from './queue-query';

/** The orders in words, for where there are no headers to press. */
export const SORT_CHOICES: readonly (Sorting & { readonly label: string })[] = [
  { key: 'createdAt', direction: 'desc', label: $localize`Newest first` },
  { key: 'createdAt', direction: 'asc', label: $localize`Oldest first` },
  { key: 'updatedAt', direction: 'desc', label: $localize`Changed last` },
  { key: 'updatedAt', direction: 'asc', label: $localize`Unchanged longest` },
  { key: 'priority', direction: 'desc', label: $localize`Highest priority` },
  { key: 'priority', direction: 'asc', label: $localize`Lowest priority` },
  { key: 'number', direction: 'desc', label: $localize`Highest number` },
  { key: 'number', direction: 'asc', label: $localize`Lowest number` },
];
