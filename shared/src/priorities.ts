/** Priorities from the lowest to the highest; the index is the rank by which lists sort. */
export const PRIORITIES = ['low', 'normal', 'high', 'urgent'] as const;
export type Priority = (typeof PRIORITIES)[number];

/** 0 for `low` to 3 for `urgent`. */
export function priorityRank(priority: Priority): number {
  return PRIORITIES.indexOf(priority);
}
