import { HttpClient, HttpContext } from '@angular/common/http';
import { computed, DestroyRef, effect, inject, Service, signal } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import type { components } from '@deskhand/shared/api';
import { filter, firstValueFrom, throttleTime } from 'rxjs';
import { Live } from './live/live';
import type { LiveEvent } from './live/live-event';
import { PacedRefresh } from './live/paced-refresh';
import { IN_BACKGROUND } from './progress';
import { Session } from './session';

export type UnreadTickets = components['schemas']['UnreadTicketsDto'];
export type UnreadTicket = components['schemas']['UnreadTicketDto'];

const UNREAD_URL = '/api/v1/unread';
/** What may make a ticket unread. */
const KINDS: ReadonlySet<LiveEvent['kind']> = new Set(['comment.added', 'ticket.status_changed', 'ticket.assigned']);
/** Staff hear of every ticket, and few of them are their own: the rest is worth a look from time to time. */
const SELDOM_MS = 15_000;

/** What the reader has not looked at yet, kept up to date while somebody looks at the page. */
@Service()
export class Unread {
  private readonly http = inject(HttpClient);
  private readonly session = inject(Session);
  private readonly channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('deskhand-unread');
  private readonly refresh = new PacedRefresh(() => this.read());
  private readonly answer = signal<UnreadTickets | null>(null);
  private readonly personId = this.session.listenerId;

  readonly tickets = computed(() => this.answer()?.items ?? []);
  readonly count = computed(() => this.answer()?.total ?? { value: 0, relation: 'eq' as const });

  constructor() {
    const live = inject(Live);
    const news = live.events.pipe(filter((event) => this.isNews(event)));
    news
      .pipe(
        filter((event) => this.isClose(event)),
        takeUntilDestroyed(),
      )
      .subscribe(() => {
        this.refresh.ask();
      });
    news
      .pipe(throttleTime(SELDOM_MS, undefined, { leading: false, trailing: true }), takeUntilDestroyed())
      .subscribe(() => {
        this.refresh.ask();
      });
    live.reset.pipe(takeUntilDestroyed()).subscribe(() => {
      this.refresh.ask();
    });
    this.channel?.addEventListener('message', () => {
      this.refresh.ask();
    });
    inject(DestroyRef).onDestroy(() => this.channel?.close());
    effect(() => {
      this.answer.set(null);
      if (this.personId() !== undefined) this.refresh.ask();
    });
  }

  /** This reader looked at a ticket, or put one aside: his other tabs should know, too. */
  changed(): void {
    this.refresh.ask();
    this.channel?.postMessage('changed');
  }

  /** Nothing of what is shown is unread any more; what came later stays so. @throws Problem */
  async lookAtAll(): Promise<void> {
    const until = this.answer()?.asOf;
    await firstValueFrom(this.http.delete(UNREAD_URL, { params: until === undefined ? {} : { until } }));
    this.answer.update((answer) => answer && { ...answer, items: [], total: { value: 0, relation: 'eq' } });
    this.changed();
  }

  private isNews({ kind, actor }: LiveEvent): boolean {
    return KINDS.has(kind) && actor?.id !== this.personId();
  }

  private isClose({ ticket, payload }: LiveEvent): boolean {
    const me = this.personId();
    if (!this.session.isStaff()) return true;
    const mentioned = payload['mentionIds'];
    return ticket?.assigneeId === me || (Array.isArray(mentioned) && mentioned.includes(me));
  }

  private async read(): Promise<void> {
    const reader = this.personId();
    if (reader === undefined || this.session.isLeaving()) return;
    const context = new HttpContext().set(IN_BACKGROUND, true);
    const answer = await firstValueFrom(this.http.get<UnreadTickets>(UNREAD_URL, { context }));
    if (reader === this.personId()) this.answer.set(answer);
  }
}
