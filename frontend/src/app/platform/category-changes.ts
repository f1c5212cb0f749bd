import { signal } from '@angular/core';

const count = signal(0);

/** Read by whoever keeps the list of categories: it changes when an admin changed them in this tab. */
export const categoryChanges = count.asReadonly();

export function categoriesChanged(): void {
  count.update((before) => before + 1);
}
