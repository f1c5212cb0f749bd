import type { Params } from '@angular/router';

/** A standing view of the queue: a name for a filter, so a link and nothing more. */
export interface QueueView {
  readonly id: 'mine' | 'unassigned' | 'open' | 'waiting' | 'all';
  readonly label: string;
  readonly query: Params;
}

const OPEN = 'new,active,waiting';

export const QUEUE_VIEWS: readonly QueueView[] = [
  { id: 'mine', label: $localize`My open`, query: { assignee: 'me', phase: OPEN } },
  { id: 'unassigned', label: $localize`Unassigned`, query: { assignee: 'none', phase: OPEN } },
  { id: 'open', label: $localize`All open`, query: { phase: OPEN } },
  { id: 'waiting', label: $localize`Waiting`, query: { phase: 'waiting' } },
  { id: 'all', label: $localize`All`, query: {} },
];

/** The view that an address shows. Sorting, paging and further filters narrow a view; they do not leave it. */
export function queueViewOf(query: Params): QueueView | undefined {
  return QUEUE_VIEWS.find(
    (view) => view.query['assignee'] === query['assignee'] && view.query['phase'] === query['phase'],
  );
}
