import { Component, computed, effect, inject, LOCALE_ID, untracked } from '@angular/core';
import { takeUntilDestroyed, toSignal } from '@angular/core/rxjs-interop';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { ActivatedRoute, type Params, Router, RouterLink } from '@angular/router';
import type { ViewColumn } from '@deskhand/shared';
import { mediaFits } from '../../platform/media';
import { Notices } from '../../platform/notices';
import { Preferences } from '../../platform/preferences';
import { linkTo, QUEUE_VIEWS, type QueueView, WHOLE_QUEUE } from '../../platform/queue-views';
import { ViewCounts } from '../../platform/view-counts';
import { Views } from '../../platform/views';
import { EmptyState } from '../../ui/empty-state';
import { Failure } from '../../ui/failure';
import { ticketsInWords, totalInWords } from '../../ui/keyset-pager';
import { isNoSuchAddress, NoSuchAddress } from '../../ui/no-such-address';
import { PageHeader } from '../../ui/page-header';
import { wholeNumber } from '../../ui/whole-number';
import { ticketList } from '../model/ticket-list';
import { TicketWalk } from '../model/ticket-walk';
import { Undo } from '../model/undo';
import { addressOf, searchAddressFrom, takeBetterWords } from '../search/other-words';
import { NothingFound, OtherWords } from '../search/search-notes';
import { ExportList } from '../../ui/export-list';
import { prepareAges } from '../../ui/relative-time';
import { PreviewChoice } from '../preview/preview-choice';
import { TableMenu } from '../views/table-menu';
import { ViewBar } from '../views/view-bar';
import { changeOf, columnsIn, contentOf, filtersChanged, isChanged, paramsOfView } from '../views/view-state';
import { NewsButton } from '../live/news-button';
import { BulkChanges } from './bulk-changes';
import { EveryMatch } from './every-match';
import { QueueEmpty, type QueueEmptiness } from './queue-empty';
import { QueueFilters } from './queue-filters';
import { QueueKeys } from './queue-keys';
import { QueueList } from './queue-list';
import { firstRowIn, listQueryFrom, ROWS, type Sorting, sortingFrom, sortParam } from './queue-query';
import { QueueRows } from './queue-rows';
import { QueueSelection } from './queue-selection';
import { QueueSkeleton } from './queue-skeleton';
import { Taking } from './taking';
import { TargetActions } from './target-actions';

/** The work of staff. View, filters, order and page are the address, so reload, back and share show the same rows. */
@Component({
  selector: 'dh-queue',
  imports: [
    ...[
      EmptyState,
      ExportList,
      Failure,
      MatButton,
      MatIconButton,
      NewsButton,
      NoSuchAddress,
      PageHeader,
      QueueEmpty,
      QueueFilters,
      QueueList,
      QueueSkeleton,
    ],
    ...[MatIcon, NothingFound, OtherWords, RouterLink, TableMenu, ViewBar],
  ],
  providers: [BulkChanges, EveryMatch, PreviewChoice, QueueKeys, QueueRows, QueueSelection, Taking, TargetActions],
  templateUrl: './queue.html',
  styleUrl: './queue.scss',
})
export class Queue {
  private readonly router = inject(Router);
  private readonly notices = inject(Notices);
  private readonly preferences = inject(Preferences);
  private readonly locale = inject(LOCALE_ID);
  protected readonly selection = inject(QueueSelection);
  private readonly bulk = inject(BulkChanges);
  private readonly counts = inject(ViewCounts);

  private readonly savedViews = inject(Views);

  private readonly address = toSignal(inject(ActivatedRoute).queryParams, { requireSync: true });
  /** Null where the address names none of this reader's, undefined until that is known. */
  protected readonly view = computed(() => this.savedViews.find(textOf(this.address()['view'])));
  protected readonly viewError = computed(() => (this.view() === undefined ? this.savedViews.error() : undefined));
  /** What the address differs from. */
  protected readonly base = computed((): QueueView => this.view() ?? WHOLE_QUEUE);
  protected readonly params = computed(() => paramsOfView(this.address(), this.base()));
  protected readonly search = computed(() => searchAddressFrom(this.params()));
  protected readonly query = computed(() => (this.view() ? listQueryFrom(this.params()) : undefined));
  protected readonly list = ticketList(this.query, { ahead: true });
  protected readonly isNarrow = mediaFits('(width < 840px)');
  protected readonly preview = inject(PreviewChoice);
  protected readonly density = this.preferences.density;

  protected readonly views = QUEUE_VIEWS;
  protected readonly openView = linkTo({ id: 'open' });
  protected readonly linkTo = linkTo;
  protected readonly heading = computed(() => this.view()?.label ?? $localize`Queue`);
  /** A standing view's own filters are told by its name. */
  protected readonly toldByName = computed(() => (this.base().saved ? {} : this.base().params));
  protected readonly isChanged = computed(() => isChanged(this.address(), this.base()));
  protected readonly isNarrowed = computed(() => filtersChanged(this.address(), this.base()).length > 0);
  protected readonly columns = computed(
    () => columnsIn(this.address()) ?? this.view()?.columns ?? this.preferences.columns(),
  );
  protected readonly content = computed(() => contentOf(this.params(), this.columns()));
  /** Of the whole view: what narrows it further is counted below. */
  protected readonly count = computed(() => {
    const count = this.isNarrowed() ? undefined : this.counts.of(this.base().id);
    return count && { number: totalInWords(count, this.locale), words: ticketsInWords(count, this.locale) };
  });
  protected readonly sorting = computed(() => sortingFrom(this.params()));
  protected readonly rows = ROWS;
  protected readonly firstRow = computed(() => (this.list.page()?.previousCursor ? firstRowIn(this.params()) : 1));
  protected readonly summary = computed(() => {
    const page = this.list.page();
    if (!page?.total) return '';
    const count = page.items.length;
    if (count === 0) return '';
    const lastRow = this.firstRow() + count - 1;
    const all = totalInWords(page.total, this.locale, lastRow);
    const range = `${wholeNumber(this.firstRow(), this.locale)}–${wholeNumber(lastRow, this.locale)}`;
    return $localize`${range}:range: of ${all}:count:`;
  });

  protected readonly selectedWords = computed(() => {
    const count = this.selection.count();
    if (count === 0) return '';
    return count === 1 ? $localize`1 ticket selected` : $localize`${count}:count: tickets selected`;
  });

  protected readonly emptiness = computed((): QueueEmptiness => {
    if (typeof this.params()['cursor'] === 'string') return 'page';
    if (this.isNarrowed()) return 'narrowed';
    return this.base().id === WHOLE_QUEUE.id ? 'nothing-yet' : 'view';
  });
  /** An address that nobody of ours made: another try would not help. */
  protected readonly isBadAddress = computed(() => isNoSuchAddress(this.list.error()));

  constructor() {
    prepareAges();
    takeBetterWords(this.list, this.search);
    inject(TicketWalk).keep(() => {
      const [page, query] = [this.list.page(), this.query()];
      if (!page || !query || this.list.isStale()) return undefined;
      return { label: this.heading(), url: this.router.url, query, page, firstRow: this.firstRow() };
    });
    effect(() => {
      if (this.view() === undefined) this.savedViews.need();
    });
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
    inject(Undo)
      .done.pipe(takeUntilDestroyed())
      .subscribe(() => {
        this.list.reload();
      });
  }

  protected prefer(change: Parameters<Preferences['change']>[0]): void {
    this.preferences.change(change).catch((error: unknown) => {
      this.notices.fail(error);
    });
  }

  protected reloadViews(): void {
    this.savedViews.reload();
  }

  protected sort(sorting: Sorting): void {
    this.narrow({ sort: sortParam(sorting) });
  }

  /** Another filter or order begins at its first page. */
  protected narrow(params: Params): void {
    void this.router.navigate([], {
      queryParams: {
        ...changeOf(this.base(), { ...('q' in params ? addressOf({}) : {}), ...params }),
        cursor: null,
        from: null,
      },
      queryParamsHandling: 'merge',
    });
  }

  /** Saved views have columns of their own: another choice is a change of the view. */
  protected chooseColumns(columns: readonly ViewColumn[]): void {
    const view = this.view();
    if (!view?.columns) {
      this.prefer({ columns });
      return;
    }
    const named = columns.join(',');
    void this.router.navigate([], {
      queryParams: { columns: named === view.columns.join(',') ? null : named },
      queryParamsHandling: 'merge',
      replaceUrl: true,
    });
  }
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
