import { HttpClient, HttpContext } from '@angular/common/http';
import { computed, effect, inject, type Signal } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import { of, switchMap, timer } from 'rxjs';
import { Connection } from '../../platform/connection';
import { idle } from '../../platform/idle';
import { kept } from '../../platform/kept';
import { PageVisible } from '../../platform/page-visible';
import { IN_BACKGROUND } from '../../platform/progress';
import { TRAIL_URL, type TrailPageOf } from './trail-api';
import type { TrailQuery } from './trail-query';

/** So long somebody stays on a page before the next one is worth a request. */
const SETTLED_MS = 300;

export interface TrailList {
  /** Undefined only before the first answer. */
  readonly page: Signal<TrailPageOf | undefined>;
  readonly isLoading: Signal<boolean>;
  readonly error: Signal<Error | undefined>;
  reload(): void;
}

/** Reads the page of the trail that a query names, and has the next one in memory before somebody asks for it. */
export function trailList(query: Signal<TrailQuery>): TrailList {
  const http = inject(HttpClient);
  const ahead = fetchedAhead();
  const resource = rxResource({
    params: query,
    stream: ({ params }) => {
      const known = ahead.take(params);
      return known ? of(known) : http.get<TrailPageOf>(TRAIL_URL, { params });
    },
  });
  const fresh = computed(() => (resource.hasValue() ? resource.value() : undefined));
  effect((onCleanup) => {
    const page = fresh();
    if (!page?.nextCursor) return;
    const total = page.total ? { total: page.total } : {};
    const next = { ...query(), cursor: page.nextCursor };
    onCleanup(ahead.fetch(next, total));
  });
  return {
    page: kept(resource),
    isLoading: resource.isLoading,
    error: resource.error,
    reload: () => resource.reload(),
  };
}

/** One page, by its address: what was written never changes, so that it stays good. */
function fetchedAhead(): {
  take: (query: TrailQuery) => TrailPageOf | undefined;
  fetch: (query: TrailQuery, total: Pick<TrailPageOf, 'total'>) => () => void;
} {
  const http = inject(HttpClient);
  const [visible, connection] = [inject(PageVisible), inject(Connection)];
  let known: { readonly address: string; readonly page: TrailPageOf } | undefined;
  return {
    take: (query) => (known?.address === addressOf(query) ? known.page : undefined),
    fetch: (query, total) => {
      if (!visible.isVisible() || connection.savesData()) return () => undefined;
      const context = new HttpContext().set(IN_BACKGROUND, true);
      // The total would be counted only to come out as that of the page before.
      const params = { ...query, total: 'false' };
      const fetching = timer(SETTLED_MS)
        .pipe(
          switchMap(() => idle()),
          switchMap(() => http.get<TrailPageOf>(TRAIL_URL, { params, context })),
        )
        .subscribe({
          next: (page) => (known = { address: addressOf(query), page: { ...page, ...total } }),
          // Nobody asked for it yet; whoever does gets an answer of his own, with its failure.
          error: () => undefined,
        });
      return () => {
        fetching.unsubscribe();
      };
    },
  };
}

function addressOf(query: TrailQuery): string {
  const parameters = new URLSearchParams(query);
  parameters.sort();
  return parameters.toString();
}
