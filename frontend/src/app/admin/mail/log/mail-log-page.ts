import { httpResource } from '@angular/common/http';
import { Component, computed, inject, LOCALE_ID } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { MatButton } from '@angular/material/button';
import { ActivatedRoute, type Params, Router, RouterLink } from '@angular/router';
import { kept } from '../../../platform/kept';
import { EmptyState } from '../../../ui/empty-state';
import { Failure } from '../../../ui/failure';
import { KeysetPager, totalInWords } from '../../../ui/keyset-pager';
import { isNoSuchAddress, NoSuchAddress } from '../../../ui/no-such-address';
import { PageHeader } from '../../../ui/page-header';
import { Skeleton } from '../../../ui/skeleton';
import { MAIL_URL, type MailPageOf } from '../mail-api';
import { MailFilters } from './mail-filters';
import { mailQueryFrom } from './mail-query';
import { MailTable } from './mail-table';

/** What was sent and what was not. Filters and page are the address, so reload, back and share show the same mails. */
@Component({
  selector: 'dh-mail-log-page',
  imports: [
    ...[EmptyState, Failure, KeysetPager, MatButton, NoSuchAddress, PageHeader, RouterLink],
    ...[MailFilters, MailTable, Skeleton],
  ],
  templateUrl: './mail-log-page.html',
})
export class MailLogPage {
  private readonly router = inject(Router);
  private readonly locale = inject(LOCALE_ID);

  protected readonly params = toSignal(inject(ActivatedRoute).queryParams, { requireSync: true });
  protected readonly list = httpResource<MailPageOf>(() => ({ url: MAIL_URL, params: mailQueryFrom(this.params()) }));
  protected readonly page = kept(this.list);
  protected readonly summary = computed(() => {
    const total = this.page()?.total;
    if (!total) return '';
    return total.value === 1 && total.relation === 'eq'
      ? $localize`1 mail`
      : $localize`${totalInWords(total, this.locale)}:count: mails`;
  });
  protected readonly isUnfiltered = computed(() => Object.keys(this.params()).length === 0);
  /** What the address asks for cannot be answered: another try would not help. */
  protected readonly isNoAddress = computed(() => isNoSuchAddress(this.list.error()));

  /** Another filter begins at its first page. */
  protected narrow(params: Params): void {
    void this.router.navigate([], { queryParams: { ...params, cursor: null }, queryParamsHandling: 'merge' });
  }
}
