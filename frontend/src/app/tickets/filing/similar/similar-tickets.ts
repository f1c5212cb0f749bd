import { HttpClient, HttpContext } from '@angular/common/http';
import { Component, computed, inject, input } from '@angular/core';
import { toObservable, toSignal } from '@angular/core/rxjs-interop';
import { RouterLink } from '@angular/router';
import { catchError, concatMap, debounceTime, distinctUntilChanged, first, from, map, of, switchMap } from 'rxjs';
import { IN_BACKGROUND } from '../../../platform/progress';
import { RelativeTime } from '../../../ui/relative-time';
import { StatusChip } from '../../../ui/status-chip';
import type { PersonRef, TicketSummary } from '../../model/ticket';
import { TICKETS_URL } from '../../model/ticket-api';
import { mostSimilarFirst, similarSearches } from './similar-search';

const PAUSE_MS = 400;
/** Looked through, and of those shown. */
const LOOKED_AT = '10';
const SHOWN = 3;

interface Asked {
  readonly subject: string;
  /** Whose tickets: as the API names them. */
  readonly requester: string;
}

/**
 * Tickets that may be about the same, while a new one is being named: whoever asked already finds his answer, and whoever did
 * not is left alone. A search that fails is no news.
 */
@Component({
  selector: 'dh-similar-tickets',
  imports: [RelativeTime, RouterLink, StatusChip],
  template: `
    <p class="cdk-visually-hidden" role="status">{{ summary() }}</p>
    @if (shown().length > 0) {
      <section aria-labelledby="similar-heading">
        <h2 id="similar-heading">{{ heading() }}</h2>
        <ul role="list">
          @for (ticket of shown(); track ticket.id) {
            <li>
              <a [routerLink]="['/tickets', ticket.id]">
                <bdi class="subject">{{ ticket.subject }}</bdi>
                <span class="dh-quiet dh-small dh-figures"
                  >#{{ ticket.number }} · <dh-time [at]="ticket.updatedAt"
                /></span>
                <dh-status-chip [status]="ticket.status" [reader]="isForOther() ? 'staff' : 'requester'" />
              </a>
            </li>
          }
        </ul>
      </section>
    }
  `,
  styleUrl: './similar-tickets.scss',
})
export class SimilarTickets {
  private readonly http = inject(HttpClient);

  readonly subject = input.required<string>();
  /** Who needs help, where somebody else files it. */
  readonly requester = input<PersonRef | null>(null);
  /** The one that this is about anyhow. */
  readonly except = input<string>();

  protected readonly isForOther = computed(() => this.requester() !== null);
  private readonly asked = computed<Asked>(() => ({
    subject: this.subject().trim(),
    requester: this.requester()?.id ?? 'me',
  }));
  private readonly found = toSignal(
    toObservable(this.asked).pipe(
      debounceTime(PAUSE_MS),
      distinctUntilChanged((one, other) => one.subject === other.subject && one.requester === other.requester),
      switchMap((asked) => this.find(asked)),
    ),
    { initialValue: [] },
  );
  protected readonly shown = computed(() =>
    this.found()
      .filter(({ id }) => id !== this.except())
      .slice(0, SHOWN),
  );

  protected readonly heading = computed(() => {
    const name = this.requester()?.name;
    return name === undefined
      ? $localize`You may have asked about this before`
      : $localize`${name}:name: may have asked about this before`;
  });
  protected readonly summary = computed(() => {
    const count = this.shown().length;
    if (count === 0) return '';
    return count === 1 ? $localize`One similar ticket below` : $localize`${count}:count: similar tickets below`;
  });

  /** The first search that finds anything. */
  private find({ subject, requester }: Asked) {
    return from(similarSearches(subject)).pipe(
      concatMap((q) => this.search(q, requester)),
      first((tickets) => tickets.length > 0, []),
      map((tickets) => mostSimilarFirst(tickets, subject)),
    );
  }

  private search(q: string, requester: string) {
    const params = { q, requester, sort: 'relevance', limit: LOOKED_AT };
    const context = new HttpContext().set(IN_BACKGROUND, true);
    return this.http.get<{ readonly items: readonly TicketSummary[] }>(TICKETS_URL, { params, context }).pipe(
      map(({ items }) => items),
      catchError(() => of<readonly TicketSummary[]>([])),
    );
  }
}
