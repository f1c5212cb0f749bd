import { Component, type ElementRef, inject, viewChild } from '@angular/core';
import { MatMenu, MatMenuContent, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import type { Priority } from '@deskhand/shared';
import { CategoryMenu } from '../model/category-menu';
import { PriorityMenu } from '../model/priority-menu';
import type { Ticket } from '../model/ticket';
import { QueueRows } from './queue-rows';
import { TargetActions } from './target-actions';

/** The menus of what can be done to tickets: for the buttons of the bar, and beside a row for the keys. */
@Component({
  selector: 'dh-target-menus',
  imports: [CategoryMenu, MatMenu, MatMenuContent, MatMenuItem, MatMenuTrigger, PriorityMenu],
  template: `
    <div #place class="place" aria-hidden="true">
      <button
        #status="matMenuTrigger"
        type="button"
        tabindex="-1"
        [matMenuTriggerFor]="statuses"
        [matMenuTriggerRestoreFocus]="false"
        (menuClosed)="rows.focusCurrent()"
      ></button>
      <button
        #priority="matMenuTrigger"
        type="button"
        tabindex="-1"
        [matMenuTriggerFor]="priorities.menu()"
        [matMenuTriggerRestoreFocus]="false"
        (menuClosed)="rows.focusCurrent()"
      ></button>
    </div>
    <mat-menu #statuses="matMenu">
      <ng-template matMenuContent>
        @for (choice of actions.statuses(); track choice.status) {
          <button mat-menu-item type="button" (click)="actions.move(choice.status)">{{ choice.words }}</button>
        } @empty {
          <button mat-menu-item type="button" disabled i18n>They are closed or cancelled</button>
        }
      </ng-template>
    </mat-menu>
    <dh-priority-menu #priorities (chosen)="prioritise($event)" />
    <dh-category-menu (chosen)="categorise($event)" />
  `,
  styles: `
    .place {
      position: fixed;
      inset: 0 auto auto 0;
      inline-size: 0;
      block-size: 0;
      overflow: hidden;
      // With reduced motion everything takes a millisecond, which is too late for the menu.
      transition-property: none;
    }
    .place button {
      position: absolute;
      inset: 0;
      padding: 0;
      border: 0;
    }
  `,
})
export class TargetMenus {
  protected readonly actions = inject(TargetActions);
  protected readonly rows = inject(QueueRows);
  private readonly place = viewChild.required<ElementRef<HTMLElement>>('place');
  private readonly status = viewChild.required('status', { read: MatMenuTrigger });
  private readonly priority = viewChild.required('priority', { read: MatMenuTrigger });

  readonly statuses = viewChild.required<MatMenu>('statuses');
  readonly priorities = viewChild.required(PriorityMenu);
  readonly categories = viewChild.required(CategoryMenu);

  /** Beside the row where somebody is. */
  open(menu: 'status' | 'priority'): void {
    const { left, bottom } = this.rows.current()?.getBoundingClientRect() ?? { left: 0, bottom: 0 };
    // At once, for the menu looks where it belongs as soon as it opens.
    this.place().nativeElement.style.translate = `${left}px ${bottom}px`;
    this[menu]().openMenu();
  }

  protected prioritise(priority: Priority): void {
    void this.actions.change({ priority });
  }

  protected categorise(category: Ticket['category']): void {
    void this.actions.change({ categoryId: category?.id ?? null });
  }
}
