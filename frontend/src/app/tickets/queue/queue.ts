import { Component, computed, effect, inject, LOCALE_ID, signal, untracked } from '@angular/core';
import { takeUntilDestroyed, toSignal } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { ActivatedRoute, type Params, Router, RouterLink } from '@angular/router';
import { mediaFits } from '../../platform/media';
import { Notices } from '../../platform/notices';
import { asProblem } from '../../platform/problem';
import { QUEUE_VIEWS, queueViewOf } from '../../platform/queue-views';
import { Session } from '../../platform/session';
import { EmptyState } from '../../ui/empty-state';
import { Failure } from '../../ui/failure';
import { KeysetPager, totalInWords } from '../../ui/keyset-pager';
import { PageHeader } from '../../ui/page-header';
import { Skeleton } from '../../ui/skeleton';
import type { TicketFacts, TicketSummary } from '../model/ticket';
import { presentTicketIn, TicketApi } from '../model/ticket-api';
import { ticketList } from '../model/ticket-list';
import { Undo } from '../model/undo';
import { ExportList } from '../export/export-list';
import { BulkBar } from './bulk-bar';
import { BulkChanges } from './bulk-changes';
import { QueueCards } from './queue-cards';
import { QueueFilters } from './queue-filters';
import { firstRowIn, listQueryFrom, narrowingKeys, ROWS, type Sorting, sortingFrom, sortParam } from './queue-query';
import { QueueSelection } from './queue-selection';
import { QueueTable } from './queue-table';

/** The work of staff. View, filters, order and page are the address, so reload, back and share show the same rows. */
@Component({
  selector: 'dh-queue',
  imports: [
    ...[
      BulkBar,
      EmptyState,
      ExportList,
      Failure,
      KeysetPager,
      MatButton,
      PageHeader,
      QueueCards,
      QueueFilters,
      QueueTable,
    ],
    ...[MatIcon, RouterLink, Skeleton],
  ],
  providers: [BulkChanges, QueueSelection],
  templateUrl: './queue.html',
  styleUrl: './queue.scss',
})
export class Queue {
  private readonly router = inject(Router);
  private readonly api = inject(TicketApi);
  private readonly session = inject(Session);
  private readonly notices = inject(Notices);
  private readonly locale = inject(LOCALE_ID);
  private readonly undo = inject(Undo);
  protected readonly selection = inject(QueueSelection);
  private readonly bulk = inject(BulkChanges);

  protected readonly params = toSignal(inject(ActivatedRoute).queryParams, { requireSync: true });
  protected readonly query = computed(() => listQueryFrom(this.params()));
  protected readonly list = ticketList(this.query);
  protected readonly isNarrow = mediaFits('(width < 840px)');
  /** The ticket that is being taken. */
  protected readonly taking = signal<string | null>(null);

  protected readonly views = QUEUE_VIEWS;
  protected readonly view = computed(() => queueViewOf(this.params()));
  protected readonly heading = computed(() => this.view()?.label ?? $localize`Queue`);
  protected readonly sorting = computed(() => sortingFrom(this.params()));
  protected readonly rows = ROWS;
  protected readonly firstRow = computed(() => (this.list.page()?.previousCursor ? firstRowIn(this.params()) : 1));
  protected readonly summary = computed(() => {
    const page = this.list.page();
    if (!page?.total) return '';
    const all = totalInWords(page.total, this.locale);
    const count = page.items.length;
    if (count === 0) return '';
    const number = new Intl.NumberFormat(this.locale);
    const range = `${number.format(this.firstRow())}–${number.format(this.firstRow() + count - 1)}`;
    return $localize`${range}:range: of ${all}:count:`;
  });

  protected readonly selectedWords = computed(() => {
    const count = this.selection.count();
    if (count === 0) return '';
    return count === 1 ? $localize`1 ticket selected` : $localize`${count}:count: tickets selected`;
  });

  protected readonly isNarrowed = computed(() => narrowingKeys(this.params()).length > 0);
  protected readonly isLaterPage = computed(() => typeof this.params()['cursor'] === 'string');
  /** An address that nobody of ours made: another try would not help. */
  protected readonly isBadAddress = computed(() => {
    const error = this.list.error();
    return error !== undefined && asProblem(error).code === 'invalid_query';
  });

  constructor() {
    effect(() => {
      this.selection.page.set(JSON.stringify(listQueryFrom(this.params())));
      this.selection.offered.set(this.list.page()?.items ?? []);
    });
    effect(() => {
      if (this.bulk.made() > 0)
        untracked(() => {
          this.list.reload();
        });
    });
    this.undo.done.pipe(takeUntilDestroyed()).subscribe(() => {
      this.list.reload();
    });
  }

  protected sort(sorting: Sorting): void {
    this.narrow({ sort: sortParam(sorting) });
  }

  /** Another filter or order begins at its first page. */
  protected narrow(params: Params): void {
    void this.router.navigate([], {
      queryParams: { ...params, cursor: null, from: null },
      queryParamsHandling: 'merge',
    });
  }

  protected async take(ticket: TicketSummary): Promise<void> {
    const me = this.session.me();
    if (!me || this.taking() !== null) return;
    this.taking.set(ticket.id);
    try {
      this.list.patch(await this.api.assign(ticket.id, ticket.version, me.id));
      this.undo.offer($localize`You took #${ticket.number}:number:.`, ticket);
    } catch (error) {
      const present = presentTicketIn(error);
      if (present) this.list.patch(present);
      if (present) this.notices.say(fasterWords(present));
      else this.notices.fail(error);
    } finally {
      this.taking.set(null);
    }
  }
}

function fasterWords({ number, assignee }: TicketFacts): string {
  return assignee
    ? $localize`${assignee.name}:name: was faster and has #${number}:number: now.`
    : $localize`#${number}:number: was changed a moment ago. You see it as it is now.`;
}
