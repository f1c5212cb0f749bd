import type { Params } from '@angular/router';
import { STANDING_VIEWS, type StandingViewId, type ViewColumn } from '@deskhand/shared';
import type { components } from '@deskhand/shared/api';

export type SavedView = components['schemas']['ViewDto'];

/** A view of the queue: a name for filters and an order. Its address is its id, and what narrows it further. */
export interface QueueView {
  readonly id: string;
  readonly label: string;
  /** Its filters and its order, as an address writes them. */
  readonly params: Params;
  /** What its table shows; null where that is each reader's own choice. */
  readonly columns: readonly ViewColumn[] | null;
  /** Null for those that everybody has and nobody can change. */
  readonly saved: SavedView | null;
}

const LABELS: Readonly<Record<StandingViewId, string>> = {
  'my-open': $localize`My open`,
  unassigned: $localize`Unassigned`,
  open: $localize`All open`,
  waiting: $localize`Waiting`,
  'recently-resolved': $localize`Recently resolved`,
  all: $localize`All`,
  mine: $localize`Mine`,
  watching: $localize`Watching`,
};

/** The standing views of staff. */
export const QUEUE_VIEWS: readonly (QueueView & { readonly id: StandingViewId })[] = STANDING_VIEWS.filter(
  (view) => view.for === 'staff',
).map(({ id, filters, sort }) => ({
  ...{ id, label: LABELS[id], columns: null, saved: null },
  params: paramsOf(filters, sort),
}));

/** What the queue shows where its address names no view. */
export const WHOLE_QUEUE: QueueView = { id: 'all', label: LABELS.all, params: {}, columns: null, saved: null };

export function standingView(id = WHOLE_QUEUE.id): QueueView | undefined {
  return QUEUE_VIEWS.find((view) => view.id === id);
}

export function savedQueueView(saved: SavedView): QueueView {
  const { id, name, filters, sort, columns } = saved;
  return { id, label: name, params: paramsOf(filters, sort), columns, saved };
}

/** The address of a view, without further filters. */
export function linkTo({ id }: Pick<QueueView, 'id'>): Params {
  return id === WHOLE_QUEUE.id ? {} : { view: id };
}

/** A list of values is comma-separated, and the order that the API has by itself needs no word. */
function paramsOf(filters: object, sort: string): Params {
  const set = Object.entries(filters).map(([name, value]) => [name, String(value)] as const);
  return { ...Object.fromEntries(set), ...(sort === '-createdAt' ? {} : { sort }) };
}
