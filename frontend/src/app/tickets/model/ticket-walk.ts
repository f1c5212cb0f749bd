import { HttpClient } from '@angular/common/http';
import { effect, inject, Service, signal, untracked } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { PageOf } from '../../platform/page-of';
import { Session } from '../../platform/session';
import type { ListQuery } from './ticket-list';
import type { TicketSummary } from './ticket';
import { TICKETS_URL } from './ticket-api';

/** What a list shows, for whoever goes on from one of its tickets to the next. */
export interface ShownList {
  /** What people call it. */
  readonly label: string;
  /** Its own address. */
  readonly url: string;
  /** What the API was asked for. */
  readonly query: ListQuery;
  readonly page: PageOf<TicketSummary>;
  /** The number of the page's first row. */
  readonly firstRow: number;
}

/** Where a ticket stands in it. */
export interface Place {
  readonly label: string;
  readonly url: string;
  readonly at: number;
  readonly total: PageOf<unknown>['total'];
  readonly hasEarlier: boolean;
  readonly hasLater: boolean;
}

interface Walk extends Pick<ShownList, 'label' | 'url' | 'query' | 'firstRow'> {
  readonly personId: string;
  readonly ids: readonly string[];
  readonly total?: PageOf<unknown>['total'];
  readonly nextCursor: string | null;
  readonly previousCursor: string | null;
}

const KEY = 'deskhand-walk';

/**
 * The list that the reader came from, as it was when he left it: what he does to one of its tickets takes none of the
 * others out of his way. Kept for the tab, so that a reload of a ticket knows it still.
 */
@Service()
export class TicketWalk {
  private readonly http = inject(HttpClient);
  private readonly session = inject(Session);
  private readonly walk = signal<Walk | null>(storedWalk());

  /** Remembers what a list shows as long as it is open. Must run where `inject` may. */
  keep(shown: () => ShownList | undefined): void {
    effect(() => {
      const list = shown();
      if (!list) return;
      untracked(() => {
        const { page, ...facts } = list;
        const { nextCursor, previousCursor, total } = page;
        const personId = this.session.me()?.id ?? '';
        const ids = page.items.map(({ id }) => id);
        this.set({ ...facts, personId, ids, nextCursor, previousCursor, ...(total ? { total } : {}) });
      });
    });
  }

  /** Null for a ticket that stands on no list that was looked at. */
  placeOf(ticketId: string): Place | null {
    const walk = this.walk();
    const index = walk?.ids.indexOf(ticketId) ?? -1;
    if (!walk || index < 0 || walk.personId !== this.session.me()?.id) return null;
    const { label, url, firstRow, total, ids } = walk;
    return {
      ...{ label, url, total, at: firstRow + index },
      hasEarlier: index > 0 || walk.previousCursor !== null,
      hasLater: index < ids.length - 1 || walk.nextCursor !== null,
    };
  }

  /** The id of its neighbour, from the next page of the list where it must be. @throws Problem */
  async besides(ticketId: string, step: -1 | 1): Promise<string | null> {
    const here = this.walk();
    const index = here?.ids.indexOf(ticketId) ?? -1;
    if (!here || index < 0) return null;
    const known = here.ids[index + step];
    if (known !== undefined) return known;
    await this.readOn(here, step);
    const ids = this.walk()?.ids ?? [];
    return ids[ids.indexOf(ticketId) + step] ?? null;
  }

  private async readOn(walk: Walk, step: -1 | 1): Promise<void> {
    const cursor = step > 0 ? walk.nextCursor : walk.previousCursor;
    if (cursor === null) return;
    const params = { ...walk.query, cursor, total: 'false' };
    const page = await firstValueFrom(this.http.get<PageOf<TicketSummary>>(TICKETS_URL, { params }));
    const ids = page.items.map(({ id }) => id).filter((id) => !walk.ids.includes(id));
    const { nextCursor, previousCursor } = page;
    if (step > 0) this.set({ ...walk, ids: [...walk.ids, ...ids], nextCursor });
    else
      this.set({
        ...walk,
        ...{ ids: [...ids, ...walk.ids], previousCursor, firstRow: Math.max(1, walk.firstRow - ids.length) },
      });
  }

  private set(walk: Walk): void {
    this.walk.set(walk);
    try {
      sessionStorage.setItem(KEY, JSON.stringify(walk));
    } catch {
      // Known as long as the page is not loaded again.
    }
  }
}

/** Written by this browser, perhaps by an older version of this page. */
function storedWalk(): Walk | null {
  try {
    const walk = JSON.parse(sessionStorage.getItem(KEY) ?? 'null') as Partial<Walk> | null;
    const isWhole =
      walk !== null &&
      [walk.label, walk.url, walk.personId].every((text) => typeof text === 'string') &&
      Array.isArray(walk.ids) &&
      typeof walk.firstRow === 'number';
    return isWhole ? (walk as Walk) : null;
  } catch {
    return null;
  }
}
