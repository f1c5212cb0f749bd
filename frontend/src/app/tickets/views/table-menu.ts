import { Component, computed, input, output } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { MatDivider } from '@angular/material/divider';
import { MatIcon } from '@angular/material/icon';
import { MatMenu, MatMenuContent, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { DENSITIES, type Density, VIEW_COLUMNS, type ViewColumn } from '@deskhand/shared';

const LABELS: Readonly<Record<ViewColumn, string>> = {
  number: $localize`Number`,
  priority: $localize`Priority`,
  subject: $localize`Subject`,
  status: $localize`Status`,
  category: $localize`Category`,
  requester: $localize`Requester`,
  assignee: $localize`Assignee`,
  createdAt: $localize`Created`,
  updatedAt: $localize`Updated`,
};

const DENSITY_LABELS: Readonly<Record<Density, string>> = {
  compact: $localize`Compact rows`,
  comfortable: $localize`Comfortable rows`,
};

/** Chooses what the table shows, and how high its rows are. It stays open, for one seldom changes a single column. */
@Component({
  selector: 'dh-table-menu',
  imports: [MatDivider, MatIcon, MatIconButton, MatMenu, MatMenuContent, MatMenuItem, MatMenuTrigger],
  template: `
    <button matIconButton type="button" aria-label="Columns and rows" i18n-aria-label [matMenuTriggerFor]="menu">
      <mat-icon svgIcon="view-column" />
    </button>
    <mat-menu #menu="matMenu" xPosition="before">
      <ng-template matMenuContent>
        @for (choice of densities; track choice.density) {
          <button
            mat-menu-item
            type="button"
            role="menuitemradio"
            [attr.aria-checked]="density() === choice.density"
            (click)="densityChosen.emit(choice.density); $event.stopPropagation()"
          >
            <mat-icon [svgIcon]="density() === choice.density ? 'check' : ''" />
            <span>{{ choice.label }}</span>
          </button>
        }
        <mat-divider />
        @for (choice of choices(); track choice.column) {
          <button
            mat-menu-item
            type="button"
            role="menuitemcheckbox"
            [attr.aria-checked]="choice.isShown"
            (click)="toggle(choice.column, $event)"
          >
            <mat-icon [svgIcon]="choice.isShown ? 'check' : ''" />
            <span>{{ choice.label }}</span>
          </button>
        }
      </ng-template>
    </mat-menu>
  `,
})
export class TableMenu {
  readonly columns = input.required<readonly ViewColumn[]>();
  readonly density = input.required<Density>();
  readonly chosen = output<ViewColumn[]>();
  readonly densityChosen = output<Density>();

  protected readonly densities = DENSITIES.map((density) => ({ density, label: DENSITY_LABELS[density] }));

  /** The subject is what a row is. */
  protected readonly choices = computed(() =>
    VIEW_COLUMNS.filter((column) => column !== 'subject').map((column) => ({
      column,
      label: LABELS[column],
      isShown: this.columns().includes(column),
    })),
  );

  protected toggle(column: ViewColumn, event: Event): void {
    event.stopPropagation();
    const isShown = this.columns().includes(column);
    this.chosen.emit(VIEW_COLUMNS.filter((each) => (each === column ? !isShown : this.columns().includes(each))));
  }
}
