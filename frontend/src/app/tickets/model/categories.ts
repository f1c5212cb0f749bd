import { httpResource } from '@angular/common/http';
import { computed, Service } from '@angular/core';
import { categoryChanges } from '../../platform/category-changes';
import { categoryDescription, categoryLabel } from '../../ui/category-label';
import type { Category } from './ticket';

/** What a ticket can be about, read once and kept: admins change it once in a blue moon. */
@Service()
export class Categories {
  private readonly list = httpResource<{ readonly items: readonly Category[] }>(() => {
    categoryChanges();
    return { url: '/api/v1/categories' };
  });

  /** In the reader's words. */
  readonly all = computed(() =>
    (this.list.hasValue() ? this.list.value().items : []).map((category) => ({
      ...category,
      name: categoryLabel(category.name),
      description: categoryDescription(category),
    })),
  );
  /** Only these can be chosen for a new ticket. */
  readonly active = computed(() => this.all().filter((category) => category.active));
  readonly error = this.list.error;

  reload(): void {
    this.list.reload();
  }
}
