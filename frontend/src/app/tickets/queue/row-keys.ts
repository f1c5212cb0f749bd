import { linkedSignal, type Signal, untracked } from '@angular/core';

/**
 * Names rows so that a table draws as little as it can: one that stays keeps its row, wherever it goes, and where all of
 * them give way, as on another page, the new ones are drawn over the former. That takes a fraction of drawing them anew.
 *
 * @returns the name of the row of an id
 */
export function rowKeys(ids: Signal<readonly string[]>): (id: string) => number {
  let last = 0;
  const keys = linkedSignal<readonly string[], ReadonlyMap<string, number>>({
    source: ids,
    computation: (now, before) => {
      const former = before?.value ?? new Map<string, number>();
      const free = now.some((id) => former.has(id)) ? [] : [...former.values()];
      return new Map(now.map((id, at) => [id, former.get(id) ?? free[at] ?? ++last]));
    },
  });
  return (id) => untracked(keys).get(id) ?? 0;
}
