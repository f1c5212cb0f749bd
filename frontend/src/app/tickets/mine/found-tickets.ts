import { Component, computed, inject, input } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import { ActivatedRoute, RouterLink } from '@angular/router';
import { Session } from '../../platform/session';
import { Failure } from '../../ui/failure';
import { KeysetPager } from '../../ui/keyset-pager';
import { Skeleton } from '../../ui/skeleton';
import { type ListQuery, ticketList } from '../model/ticket-list';
import { addressOf, type SearchAddress, takeBetterWords } from '../search/other-words';
import { NothingFound, OtherWords } from '../search/search-notes';
import { TicketCards } from './ticket-cards';

/** What a search finds among one's own tickets and those that one watches, done or not. */
@Component({
  selector: 'dh-found-tickets',
  imports: [Failure, KeysetPager, MatButton, NothingFound, OtherWords, RouterLink, Skeleton, TicketCards],
  templateUrl: './found-tickets.html',
  styleUrl: './my-tickets.scss',
})
export class FoundTickets {
  private readonly query = toSignal(inject(ActivatedRoute).queryParamMap, { requireSync: true });
  /** Staff see every ticket: here they look through their own. */
  private readonly own: ListQuery = inject(Session).may('ticket.read-all') ? { requester: 'me' } : {};
  readonly search = input.required<SearchAddress>();

  protected readonly isByRelevance = computed(() => this.query().get('sort') === 'relevance');
  protected readonly list = ticketList(
    () => {
      const cursor = this.query().get('cursor');
      const sort: ListQuery = this.isByRelevance() ? { sort: 'relevance' } : {};
      return { ...this.own, ...sort, q: this.search().q, ...(cursor === null ? {} : { cursor }) };
    },
    { ahead: true },
  );
  protected readonly none = addressOf({});

  constructor() {
    takeBetterWords(this.list, this.search);
  }
}
