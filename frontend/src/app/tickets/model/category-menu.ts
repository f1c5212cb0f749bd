import { Component, computed, inject, input, output, viewChild } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import { MatMenu, MatMenuContent, MatMenuItem } from '@angular/material/menu';
import { Categories } from './categories';
import type { Ticket } from './ticket';

type CategoryRef = NonNullable<Ticket['category']>;

/** The categories that can be chosen, and none: `<button [matMenuTriggerFor]="categories.menu()">`. */
@Component({
  selector: 'dh-category-menu',
  imports: [MatIcon, MatMenu, MatMenuContent, MatMenuItem],
  template: `
    <mat-menu>
      <ng-template matMenuContent>
        @for (choice of choices(); track choice.id) {
          <button
            mat-menu-item
            type="button"
            [role]="present() === undefined ? 'menuitem' : 'menuitemradio'"
            [attr.aria-checked]="present() === undefined ? null : presentId() === choice.id"
            (click)="chosen.emit(choice.category)"
          >
            <mat-icon [svgIcon]="present() !== undefined && presentId() === choice.id ? 'check' : ''" />
            <span dir="auto">{{ choice.name }}</span>
          </button>
        }
      </ng-template>
    </mat-menu>
  `,
})
export class CategoryMenu {
  private readonly categories = inject(Categories);

  /** The one that is marked, where it is about one ticket; null marks "None". */
  readonly present = input<CategoryRef | null>();
  readonly chosen = output<CategoryRef | null>();

  readonly menu = viewChild.required(MatMenu);

  protected readonly presentId = computed(() => this.present()?.id ?? null);
  protected readonly choices = computed(() => [
    ...this.offered().map(({ id, name }) => ({ id, name, category: { id, name } })),
    { id: null, name: $localize`None`, category: null },
  ]);

  /** One that was retired since stays where it is, though it is chosen no more. */
  private offered(): readonly CategoryRef[] {
    const [active, present] = [this.categories.active(), this.present()];
    return !present || active.some(({ id }) => id === present.id) ? active : [...active, present];
  }
}
