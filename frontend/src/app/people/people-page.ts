import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, LOCALE_ID } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { Router, RouterLink } from '@angular/router';
import { kept } from '../platform/kept';
import { Session } from '../platform/session';
import { EmptyState } from '../ui/empty-state';
import { Failure } from '../ui/failure';
import { KeysetPager, totalInWords } from '../ui/keyset-pager';
import { PageHeader } from '../ui/page-header';
import { Skeleton } from '../ui/skeleton';
import { InviteDialog } from './invite-dialog';
import type { PersonPage } from './people-api';
import { PeopleFilter, type PeopleQuery } from './people-filter';
import { PeopleTable } from './people-table';

/** Everybody with an account. What is looked for, and which page of it, is the address. */
@Component({
  selector: 'dh-people-page',
  imports: [EmptyState, Failure, KeysetPager, MatButton, PageHeader, PeopleFilter, PeopleTable, RouterLink, Skeleton],
  templateUrl: './people-page.html',
})
export class PeoplePage {
  private readonly router = inject(Router);
  private readonly dialog = inject(MatDialog);
  private readonly locale = inject(LOCALE_ID);

  protected readonly mayInvite = inject(Session).may('people.manage');

  // From the address.
  readonly q = input<string>();
  readonly role = input<string>();
  readonly disabled = input<string>();
  readonly invited = input<string>();
  readonly cursor = input<string>();

  protected readonly query = computed<PeopleQuery>(() => ({
    q: this.q() ?? '',
    role: this.role() ?? '',
    disabled: this.disabled() ?? '',
    invited: this.invited() ?? '',
  }));
  protected readonly list = httpResource<PersonPage>(() => ({
    url: '/api/v1/users',
    params: withoutEmpty({ ...this.query(), cursor: this.cursor() ?? '', total: 'true' }),
  }));
  protected readonly page = kept(this.list);
  protected readonly summary = computed(() => {
    const total = this.page()?.total;
    if (!total) return '';
    return total.value === 1 ? $localize`1 person` : $localize`${totalInWords(total, this.locale)}:count: people`;
  });

  protected invite(): void {
    const shown = this.dialog.open(InviteDialog, { width: '480px', maxWidth: '94vw' });
    shown.componentInstance.invited.subscribe(() => {
      this.list.reload();
    });
  }

  /** Another filter begins at its first page. */
  protected narrow(query: PeopleQuery): void {
    const { q, role, disabled, invited } = query;
    void this.router.navigate([], {
      queryParams: {
        q: q || null,
        role: role || null,
        disabled: disabled || null,
        invited: invited || null,
        cursor: null,
      },
      queryParamsHandling: 'merge',
      replaceUrl: true,
    });
  }
}

function withoutEmpty(params: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(params).filter(([, value]) => value !== ''));
}
