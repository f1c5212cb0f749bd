import { Component, input, output, viewChild } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import { MatMenu, MatMenuContent, MatMenuItem } from '@angular/material/menu';
import { PRIORITIES, type Priority } from '@deskhand/shared';
import { PriorityIcon } from '../../ui/priority-icon';
import { priorityLabel } from '../../ui/priority-label';

/** The priorities, the most pressing first: `<button [matMenuTriggerFor]="priorities.menu()">`. */
@Component({
  selector: 'dh-priority-menu',
  imports: [MatIcon, MatMenu, MatMenuContent, MatMenuItem, PriorityIcon],
  template: `
    <mat-menu>
      <ng-template matMenuContent>
        @for (priority of priorities; track priority) {
          <button
            mat-menu-item
            type="button"
            [role]="present() ? 'menuitemradio' : 'menuitem'"
            [attr.aria-checked]="present() ? present() === priority : null"
            (click)="chosen.emit(priority)"
          >
            <mat-icon [svgIcon]="present() === priority ? 'check' : ''" />
            <span class="choice"
              ><dh-priority-icon [priority]="priority" aria-hidden="true" />{{ label(priority) }}</span
            >
          </button>
        }
      </ng-template>
    </mat-menu>
  `,
  styles: `
    .choice {
      display: flex;
      align-items: center;
      gap: 12px;
    }
  `,
})
export class PriorityMenu {
  /** The one that is marked, where it is about one ticket. */
  readonly present = input<Priority | null>(null);
  readonly chosen = output<Priority>();

  readonly menu = viewChild.required(MatMenu);

  protected readonly priorities = [...PRIORITIES].reverse();
  protected readonly label = priorityLabel;
}
