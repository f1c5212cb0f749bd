import { Component, computed, inject, LOCALE_ID } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import { ActivatedRoute, type Params, Router, RouterLink } from '@angular/router';
import { Now } from '../../platform/now';
import { asProblem } from '../../platform/problem';
import { textIn, without } from '../../platform/query-params';
import { EmptyState } from '../../ui/empty-state';
import { ExportList } from '../../ui/export-list';
import { Failure } from '../../ui/failure';
import { KeysetPager, totalInWords } from '../../ui/keyset-pager';
import { NoSuchAddress } from '../../ui/no-such-address';
import { PageHeader } from '../../ui/page-header';
import { Skeleton } from '../../ui/skeleton';
import { TRAIL_URL } from './trail-api';
import { TrailFilters } from './trail-filters';
import { trailList } from './trail-list';
import { trailQueryFrom } from './trail-query';
import { TrailStateCard } from './trail-state-card';
import { TrailTable } from './trail-table';

/** Who did what, for admins. Filters and page are the address, so reload, back and share show the same entries. */
@Component({
  selector: 'dh-trail-page',
  imports: [
    ...[EmptyState, ExportList, Failure, KeysetPager, MatButton, NoSuchAddress, PageHeader, RouterLink],
    ...[Skeleton, TrailFilters, TrailStateCard, TrailTable],
  ],
  templateUrl: './trail-page.html',
})
export class TrailPage {
  private readonly router = inject(Router);
  private readonly locale = inject(LOCALE_ID);
  /** The usual days are those before this moment: a page that stays open keeps them. */
  private readonly opened = new Date(inject(Now).ms());

  protected readonly params = toSignal(inject(ActivatedRoute).queryParams, { requireSync: true });
  protected readonly query = computed(() => trailQueryFrom(this.params(), this.opened));
  protected readonly list = trailList(this.query);
  protected readonly url = TRAIL_URL;
  /** A cursor is good for its time only. */
  protected readonly beside = computed(() => ({ from: this.query()['from'] ?? null }));
  protected readonly summary = computed(() => {
    const total = this.list.page()?.total;
    if (!total) return '';
    return total.value === 1 && total.relation === 'eq'
      ? $localize`1 entry`
      : $localize`${totalInWords(total, this.locale)}:count: entries`;
  });
  protected readonly isLaterPage = computed(() => textIn(this.params(), 'cursor') !== '');
  protected readonly isUsual = computed(() => Object.keys(this.params()).length === 0);
  /** What the address asks for cannot be answered: another try would not help. */
  protected readonly refusal = computed(() => {
    const error = this.list.error();
    const problem = error && asProblem(error);
    if (problem?.code !== 'invalid_query') return null;
    return problem.facts.errors.some(({ code }) => code === 'span') ? 'time' : 'address';
  });

  /** Another filter begins at its first page. */
  protected narrow(params: Params): void {
    void this.router.navigate([], { queryParams: { ...params, cursor: null }, queryParamsHandling: 'merge' });
  }

  protected widen(): void {
    this.narrow(without(['from', 'to']));
  }
}
