import { HttpClient, HttpContext } from '@angular/common/http';
import { computed, type DestroyRef, inject, Service, signal } from '@angular/core';
import { toObservable, toSignal } from '@angular/core/rxjs-interop';
import { VIEW_COUNT_INTERVAL } from '@deskhand/shared';
import type { components } from '@deskhand/shared/api';
import {
  catchError,
  delayWhen,
  EMPTY,
  exhaustMap,
  filter,
  merge,
  of,
  pairwise,
  startWith,
  switchMap,
  throttleTime,
  timer,
} from 'rxjs';
import { Live } from './live/live';
import { ticketIdOf } from './live/live-event';
import { PageVisible } from './page-visible';
import { IN_BACKGROUND } from './progress';
import { Session } from './session';
import { Views } from './views';

type Counts = components['schemas']['ViewCountsDto'];
export type ViewCount = components['schemas']['ViewCountDto'];

/** How many tickets each view has: asked again when something changed while somebody looks, and not behind his back. */
@Service()
export class ViewCounts {
  private readonly http = inject(HttpClient);
  private readonly page = inject(PageVisible);
  private readonly looks = toObservable(this.page.isVisible);
  private readonly savedViews = toObservable(inject(Views).saved);
  private readonly session = inject(Session);
  private readonly live = inject(Live);
  private readonly watchers = signal(0);
  /** Whose they are; null while nobody wants to know. */
  private readonly reader = computed(() =>
    this.watchers() > 0 && this.session.may('view.read') ? (this.session.me()?.id ?? null) : null,
  );
  private readonly counts = toSignal(
    toObservable(this.reader).pipe(
      switchMap((reader) => (reader === null ? of(undefined) : this.again().pipe(startWith(undefined)))),
    ),
  );
  private readonly byView = computed(() => new Map(this.counts()?.items.map((count) => [count.id, count])));

  of(viewId: string): ViewCount | undefined {
    const count = this.byView().get(viewId);
    // "At least none" says nothing.
    return count?.value === 0 && count.relation === 'gte' ? undefined : count;
  }

  /** For as long as whoever shows them is there. */
  watch(destroyed: DestroyRef): void {
    this.watchers.update((count) => count + 1);
    destroyed.onDestroy(() => {
      this.watchers.update((count) => count - 1);
    });
  }

  private again() {
    const changes = merge(this.live.events.pipe(filter((event) => ticketIdOf(event) !== null)), this.live.reset);
    // Not everybody who heard of a change asks in the same moment.
    const later = changes.pipe(delayWhen(() => timer(100 + Math.random() * 400)));
    // Without the stream nobody tells that something changed.
    const byTheClock = timer(0, VIEW_COUNT_INTERVAL).pipe(filter((round) => round === 0 || !this.live.isConnected()));
    const context = new HttpContext().set(IN_BACKGROUND, true);
    // A view that was just saved has been counted by nobody.
    const views = this.savedViews.pipe(
      pairwise(),
      filter(([former]) => former !== undefined),
    );
    return merge(byTheClock, later, this.looks, views).pipe(
      filter(() => this.page.isVisible()),
      throttleTime(VIEW_COUNT_INTERVAL, undefined, { leading: true, trailing: true }),
      // What could not be counted now is counted the next time: the views themselves do not suffer.
      exhaustMap(() => this.http.get<Counts>('/api/v1/views/counts', { context }).pipe(catchError(() => EMPTY))),
    );
  }
}
