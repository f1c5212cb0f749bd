import { httpResource } from '@angular/common/http';
import { Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { MatIcon } from '@angular/material/icon';
import { LIMITS } from '@deskhand/shared';
import { kept } from '../../platform/kept';
import { EmptyState } from '../../ui/empty-state';
import { Failure } from '../../ui/failure';
import { PageHeader } from '../../ui/page-header';
import { Skeleton } from '../../ui/skeleton';
import { CATEGORIES_URL, type Category } from './category-api';
import { CategoryDialog } from './category-dialog';
import { CategoryTable } from './category-table';

/** What tickets are about, in the order in which people read them. */
@Component({
  selector: 'dh-categories-page',
  imports: [CategoryTable, EmptyState, Failure, MatButton, MatIcon, PageHeader, Skeleton],
  templateUrl: './categories-page.html',
})
export class CategoriesPage {
  private readonly dialog = inject(MatDialog);

  protected readonly list = httpResource<{ readonly items: readonly Category[] }>(() => CATEGORIES_URL);
  protected readonly categories = kept(this.list);
  protected readonly isFull = computed(() => (this.categories()?.items.length ?? 0) >= LIMITS.category.max);

  protected add(): void {
    this.dialog
      .open<CategoryDialog, Category | null, boolean>(CategoryDialog, { data: null, width: '520px', maxWidth: '94vw' })
      .afterClosed()
      .subscribe((done) => {
        if (done) this.list.reload();
      });
  }
}
