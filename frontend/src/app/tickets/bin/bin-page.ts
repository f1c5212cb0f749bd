import { httpResource } from '@angular/common/http';
import { Component, computed, inject, LOCALE_ID } from '@angular/core';
import { takeUntilDestroyed, toSignal } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import { ActivatedRoute, RouterLink } from '@angular/router';
import { merge } from 'rxjs';
import { EmptyState } from '../../ui/empty-state';
import { Failure } from '../../ui/failure';
import { KeysetPager, totalInWords } from '../../ui/keyset-pager';
import { PageHeader } from '../../ui/page-header';
import { Skeleton } from '../../ui/skeleton';
import { ticketList } from '../model/ticket-list';
import { Undo } from '../model/undo';
import { NewsButton } from '../live/news-button';
import { BinActions } from './bin-actions';
import { BinTable } from './bin-table';

/** What was deleted, and how long it can still be had back: for admins. */
@Component({
  selector: 'dh-bin-page',
  imports: [BinTable, EmptyState, Failure, KeysetPager, MatButton, NewsButton, PageHeader, RouterLink, Skeleton],
  templateUrl: './bin-page.html',
})
export class BinPage {
  private readonly locale = inject(LOCALE_ID);
  private readonly query = toSignal(inject(ActivatedRoute).queryParamMap, { requireSync: true });
  private readonly settings = httpResource<{ readonly binDays: number }>(() => '/api/v1/settings');

  protected readonly cursor = computed(() => this.query().get('cursor'));
  /** Deleting is the last change of a ticket, so the latest stands first. */
  protected readonly list = ticketList(() => {
    const cursor = this.cursor();
    return { deleted: 'true', sort: '-updatedAt', total: 'true', ...(cursor === null ? {} : { cursor }) };
  });
  /** Unknown as long as the settings did not come. */
  protected readonly binDays = computed(() => (this.settings.hasValue() ? this.settings.value().binDays : null));
  protected readonly lead = computed(() => {
    const days = this.binDays();
    return days === null
      ? $localize`Deleted tickets rest here until they are removed for good.`
      : $localize`Deleted tickets rest here for ${days}:count: days, then they are removed for good.`;
  });
  protected readonly summary = computed(() => {
    const total = this.list.page()?.total;
    if (!total) return '';
    return total.value === 1 && total.relation === 'eq'
      ? $localize`1 ticket`
      : $localize`${totalInWords(total, this.locale)}:count: tickets`;
  });

  constructor() {
    merge(inject(BinActions).done, inject(Undo).done)
      .pipe(takeUntilDestroyed())
      .subscribe(() => {
        this.list.reload();
      });
  }
}
