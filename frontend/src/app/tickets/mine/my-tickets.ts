import { Component, computed, DestroyRef, inject, LOCALE_ID } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { MatFabButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { ActivatedRoute, RouterLink } from '@angular/router';
import { Failure } from '../../ui/failure';
import { KeysetPager, ticketsInWords, totalInWords } from '../../ui/keyset-pager';
import { PageHeader } from '../../ui/page-header';
import { Skeleton } from '../../ui/skeleton';
import { Support } from '../../ui/support';
import { Session } from '../../platform/session';
import { ViewCounts } from '../../platform/view-counts';
import { ExportList } from '../../ui/export-list';
import { prepareAges } from '../../ui/relative-time';
import { type ListQuery, ticketList } from '../model/ticket-list';
import { searchAddressFrom } from '../search/other-words';
import { bothNews } from '../live/list-news';
import { NewsButton } from '../live/news-button';
import { FoundTickets } from './found-tickets';
import { type Emptiness, NoTickets } from './no-tickets';
import { TicketCards } from './ticket-cards';

/** What waits for the requester stands on top by itself, so it is in neither of the other two. */
const YOUR_TURN = 'waiting_requester,resolved';
const OPEN = 'submitted,in_progress,on_hold';
const DONE = 'closed,cancelled';
/** More than anybody lets wait; the list says where it ends. */
const YOUR_TURN_LIMIT = '50';

type Whose = 'all' | 'mine' | 'watching';

interface Choice {
  readonly whose: Whose;
  readonly label: string;
}

/** The first is what an address without a choice shows. */
const CHOICES: readonly Choice[] = [
  { whose: 'all', label: $localize`All` },
  { whose: 'mine', label: $localize`Mine` },
  { whose: 'watching', label: $localize`Watching` },
];

/** As the API asks for them. An employee's list is his own tickets and those that he watches. */
const WHOSE: Record<Whose, ListQuery> = { all: {}, mine: { requester: 'me' }, watching: { watching: 'true' } };

/** A person's own tickets and those that he watches: those that wait for him first, then the open ones, or those that are done. */
@Component({
  selector: 'dh-my-tickets',
  imports: [
    ExportList,
    Failure,
    FoundTickets,
    KeysetPager,
    MatFabButton,
    MatIcon,
    NewsButton,
    NoTickets,
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
  private readonly counts = inject(ViewCounts);
  private readonly locale = inject(LOCALE_ID);
  private readonly query = toSignal(inject(ActivatedRoute).queryParamMap, { requireSync: true });
  private readonly params = toSignal(inject(ActivatedRoute).queryParams, { requireSync: true });
  protected readonly search = computed(() => searchAddressFrom(this.params()));
  protected readonly showsDone = computed(() => this.query().get('show') === 'done');
  private readonly cursor = computed(() => this.query().get('cursor'));

  protected readonly session = inject(Session);
  /** Staff see every ticket, so "all" would be the Queue: they begin with their own. */
  protected readonly choices = this.session.may('ticket.read-all') ? CHOICES.filter(isNotAll) : CHOICES;
  protected readonly whose = computed(() => whoseIn(this.query().get('whose'), this.choices));

  protected readonly yourTurn = ticketList(
    () =>
      this.showsYourTurn()
        ? { requester: 'me', status: YOUR_TURN, sort: '-updatedAt', limit: YOUR_TURN_LIMIT, total: 'true' }
        : undefined,
    { mayFill: () => this.isEmpty() },
  );
  protected readonly others = ticketList(
    () => {
      if (this.search().q !== '') return undefined;
      const cursor = this.cursor();
      const open = this.whose() === 'mine' ? OPEN : `${OPEN},${YOUR_TURN}`;
      const status = this.showsDone() ? DONE : open;
      return { ...WHOSE[this.whose()], status, sort: '-updatedAt', ...(cursor === null ? {} : { cursor }) };
    },
    { ahead: true },
  );
  /** What is watched belongs to somebody else. */
  protected readonly exported = computed((): ListQuery => {
    const { q } = this.search();
    if (q !== '') return { requester: 'me', q };
    return { requester: 'me', status: this.showsDone() ? DONE : `${OPEN},${YOUR_TURN}`, sort: '-updatedAt' };
  });
  private readonly showsYourTurn = computed(
    () => this.search().q === '' && !this.showsDone() && this.whose() !== 'watching',
  );

  protected readonly error = computed(() => this.yourTurn.error() ?? this.others.error());
  protected readonly isLoaded = computed(
    () => this.others.page() !== undefined && (!this.showsYourTurn() || this.yourTurn.page() !== undefined),
  );
  protected readonly isStale = computed(() => this.others.isStale() || this.yourTurn.isStale());
  /** Those that wait for an answer come before those that wait for a confirmation. */
  protected readonly waiting = computed(() =>
    [...(this.yourTurn.page()?.items ?? [])].sort((one, other) => rank(one.status) - rank(other.status)),
  );
  /** What stands on top is not shown a second time. */
  protected readonly rest = computed(() => {
    const above = new Set(this.waiting().map(({ id }) => id));
    return this.others.page()?.items.filter(({ id }) => !above.has(id)) ?? [];
  });
  protected readonly hiddenTurns = computed(
    () => (this.yourTurn.page()?.total?.value ?? 0) - (this.yourTurn.page()?.items.length ?? 0),
  );
  protected readonly news = computed(() => bothNews(this.yourTurn.news(), this.others.news()));
  protected readonly isEmpty = computed(
    () => this.others.page()?.items.length === 0 && (!this.showsYourTurn() || this.waiting().length === 0),
  );

  /** Asked only where nothing is open: it tells a newcomer from somebody whose tickets are all done. */
  private readonly anything = ticketList(() =>
    this.isLoaded() && this.isEmpty() ? { ...WHOSE[this.whose()], limit: '1' } : undefined,
  );
  protected readonly emptiness = computed((): Emptiness => {
    if (!this.isEmpty() || this.isStale()) return null;
    if (this.cursor() !== null) return 'page';
    const any = this.anything.page();
    if (!any) return null;
    if (any.items.length === 0) return this.whose() === 'watching' ? 'nothing-watched' : 'nothing-yet';
    return this.showsDone() ? 'nothing-done' : 'nothing-open';
  });

  constructor() {
    prepareAges();
    this.counts.watch(inject(DestroyRef));
  }

  /** The standing views of these names are what is open; what is done is not counted. */
  protected countOf(whose: Whose): { readonly number: string; readonly words: string } | undefined {
    const count = this.showsDone() ? undefined : this.counts.of(whose);
    return count && { number: totalInWords(count, this.locale), words: ticketsInWords(count, this.locale) };
  }

  protected showNews(): void {
    this.yourTurn.showNews();
    this.others.showNews();
  }

  protected retry(): void {
    this.yourTurn.reload();
    this.others.reload();
  }
}

function rank(status: string): number {
  return status === 'waiting_requester' ? 0 : 1;
}

function isNotAll({ whose }: Choice): boolean {
  return whose !== 'all';
}

function whoseIn(named: string | null, choices: readonly Choice[]): Whose {
  return (choices.find(({ whose }) => whose === named) ?? choices[0])?.whose ?? 'mine';
}
