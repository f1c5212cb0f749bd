import { HttpClient, HttpContext } from '@angular/common/http';
import { computed, DOCUMENT, inject, linkedSignal, type Signal, type WritableSignal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { firstValueFrom } from 'rxjs';
import { nobodyIsAtThePage } from '../../platform/live/at-rest';
import { Live } from '../../platform/live/live';
import { type LiveEvent, ticketIdOf } from '../../platform/live/live-event';
import { PacedRefresh } from '../../platform/live/paced-refresh';
import type { PageOf } from '../../platform/page-of';
import { IN_BACKGROUND } from '../../platform/progress';
import type { TicketSummary } from '../model/ticket';
import { TICKETS_URL } from '../model/ticket-api';
import { Highlight } from './highlight';
import { type ListNews, mergeInPlace } from './list-news';

/** Rows that left the list are read one by one, as long as they are few. */
const FEW = 5;

/** A list that is shown, as whoever keeps it live needs it. */
interface ShownList<P extends PageOf<TicketSummary>> {
  readonly address: Signal<string | undefined>;
  readonly page: WritableSignal<P | undefined>;
  /** The answer to its own request; with each one everything is up to date. */
  readonly fresh: Signal<P | undefined>;
  /** Whether its first rows may appear by themselves: nothing else stands below it. */
  readonly mayFill: () => boolean;
}

/** What a list that changes by itself shows besides its rows. */
export interface LiveRows {
  /** What waits until somebody wants to see it. */
  readonly news: Signal<ListNews | null>;
  /** Rows that somebody else changed a moment ago. */
  readonly changed: Signal<ReadonlySet<string>>;
  showNews(): void;
}

/** Lets a list change by itself, and never under the hand of its reader. To be made where `inject` may run. */
export class LiveList<P extends PageOf<TicketSummary>> implements LiveRows {
  private readonly http = inject(HttpClient);
  private readonly document = inject(DOCUMENT);
  private readonly context = new HttpContext().set(IN_BACKGROUND, true);
  private readonly highlight = new Highlight();
  private readonly touched = new Set<string>();
  private readonly waiting = linkedSignal<unknown, { news: ListNews; page: P } | null>({
    source: () => [this.list.address(), this.list.fresh()],
    computation: () => null,
  });
  readonly news = computed(() => this.waiting()?.news ?? null);
  readonly changed = this.highlight.ids;

  constructor(private readonly list: ShownList<P>) {
    const [live, refresh] = [inject(Live), new PacedRefresh((wasHidden) => this.refresh(wasHidden))];
    live.events.pipe(takeUntilDestroyed()).subscribe((event) => {
      if (!this.mayConcern(event)) return;
      if (event.ticket) this.touched.add(event.ticket.id);
      refresh.ask();
    });
    live.reset.pipe(takeUntilDestroyed()).subscribe(() => {
      refresh.ask();
    });
  }

  showNews(): void {
    const page = this.waiting()?.page;
    this.waiting.set(null);
    if (page) this.list.page.set(page);
  }

  /** A search is dear, so only what it shows is worth asking for again. */
  private mayConcern(event: LiveEvent): boolean {
    const id = ticketIdOf(event);
    if (id === null) return false;
    const isSearch = new URLSearchParams(this.list.address()?.split('?')[1]).has('q');
    return !isSearch || this.list.page()?.items.some((ticket) => ticket.id === id) === true;
  }

  private async refresh(wasHidden: boolean): Promise<void> {
    const [address, known] = [this.list.address(), this.list.fresh()];
    if (address === undefined || !this.list.page()) return;
    const answer = await this.read<P>(address);
    const elsewhere = await this.readElsewhere(answer);
    const shown = this.list.page();
    // By now another page may have been turned to.
    if (this.list.address() !== address || !shown) return;
    // Its own answer came meanwhile: either may be the newer one.
    if (this.list.fresh() !== known) return this.refresh(wasHidden);
    if (this.mayMove(shown, wasHidden)) {
      this.list.page.set(answer);
      this.waiting.set(null);
    } else this.merge(shown, answer, elsewhere);
  }

  private merge(shown: P, answer: P, elsewhere: readonly TicketSummary[]): void {
    const { items, changed, news } = mergeInPlace(shown.items, answer.items, elsewhere);
    this.list.page.set({ ...(news ? shown : answer), items });
    this.waiting.set(news && { news, page: answer });
    this.highlight.show(changed);
  }

  private mayMove(shown: P, wasHidden: boolean): boolean {
    return (shown.items.length === 0 && this.list.mayFill()) || (wasHidden && nobodyIsAtThePage(this.document));
  }

  /** Rows that left the list, as the list of all has them now; one that is nowhere any more stays as it was. */
  private async readElsewhere({ items }: P): Promise<TicketSummary[]> {
    const there = new Set(items.map(({ id }) => id));
    const shown = this.list.page()?.items ?? [];
    const missing = shown.filter(({ id }) => this.touched.has(id) && !there.has(id)).slice(0, FEW);
    this.touched.clear();
    const answers = await Promise.allSettled(
      missing.map(({ number }) => this.read<PageOf<TicketSummary>>(`${TICKETS_URL}?limit=1&number=${number}`)),
    );
    return answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value.items : []));
  }

  private read<T>(address: string): Promise<T> {
    return firstValueFrom(this.http.get<T>(address, { context: this.context }));
  }
}
