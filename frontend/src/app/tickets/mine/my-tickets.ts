import { Component, computed, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { MatButton, MatFabButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { ActivatedRoute, RouterLink } from '@angular/router';
import { EmptyState } from '../../ui/empty-state';
import { Failure } from '../../ui/failure';
import { KeysetPager } from '../../ui/keyset-pager';
import { PageHeader } from '../../ui/page-header';
import { Skeleton } from '../../ui/skeleton';
import { Support } from '../../ui/support';
import { ticketList } from '../model/ticket-list';
import { TicketCards } from './ticket-cards';

/** What waits for the requester stands on top by itself, so it is in neither of the other two. */
const YOUR_TURN = 'waiting_requester,resolved';
const OPEN = 'submitted,in_progress,on_hold';
const DONE = 'closed,cancelled';
/** More than anybody lets wait; the list says where it ends. */
const YOUR_TURN_LIMIT = '50';

/** A person's own tickets: those that wait for him first, then the open ones, or those that are done. */
@Component({
  selector: 'dh-my-tickets',
  imports: [
    EmptyState,
    Failure,
    KeysetPager,
    MatButton,
    MatFabButton,
    MatIcon,
    PageHeader,
    RouterLink,
    Skeleton,
    Support,
    TicketCards,
  ],
  templateUrl: './my-tickets.html',
  styleUrl: './my-tickets.scss',
})
export class MyTickets {
  private readonly query = toSignal(inject(ActivatedRoute).queryParamMap, { requireSync: true });
  protected readonly showsDone = computed(() => this.query().get('show') === 'done');
  private readonly cursor = computed(() => this.query().get('cursor'));

  protected readonly yourTurn = ticketList(() =>
    this.showsDone()
      ? undefined
      : { requester: 'me', status: YOUR_TURN, sort: '-updatedAt', limit: YOUR_TURN_LIMIT, total: 'true' },
  );
  protected readonly others = ticketList(() => {
    const cursor = this.cursor();
    const status = this.showsDone() ? DONE : OPEN;
    return { requester: 'me', status, sort: '-updatedAt', ...(cursor === null ? {} : { cursor }) };
  });

  protected readonly error = computed(() => this.yourTurn.error() ?? this.others.error());
  protected readonly isLoaded = computed(
    () => this.others.page() !== undefined && (this.showsDone() || this.yourTurn.page() !== undefined),
  );
  protected readonly isStale = computed(() => this.others.isStale() || this.yourTurn.isStale());
  /** Those that wait for an answer come before those that wait for a confirmation. */
  protected readonly waiting = computed(() =>
    [...(this.yourTurn.page()?.items ?? [])].sort((one, other) => rank(one.status) - rank(other.status)),
  );
  protected readonly hiddenTurns = computed(
    () => (this.yourTurn.page()?.total?.value ?? 0) - (this.yourTurn.page()?.items.length ?? 0),
  );
  protected readonly isEmpty = computed(
    () => this.others.page()?.items.length === 0 && (this.showsDone() || this.waiting().length === 0),
  );

  /** Asked only where nothing is open: it tells a newcomer from somebody whose tickets are all done. */
  private readonly anything = ticketList(() =>
    this.isLoaded() && this.isEmpty() ? { requester: 'me', limit: '1' } : undefined,
  );
  protected readonly emptiness = computed(() => {
    if (!this.isEmpty() || this.isStale()) return null;
    if (this.cursor() !== null) return 'page';
    const any = this.anything.page();
    if (!any) return null;
    if (any.items.length === 0) return 'nothing-yet';
    return this.showsDone() ? 'nothing-done' : 'nothing-open';
  });

  protected retry(): void {
    this.yourTurn.reload();
    this.others.reload();
  }
}

function rank(status: string): number {
  return status === 'waiting_requester' ? 0 : 1;
}
