import { Component, computed, inject, input, output, viewChild } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { MatIcon } from '@angular/material/icon';
import { MatMenu, MatMenuContent, MatMenuItem } from '@angular/material/menu';
import { Now } from '../platform/now';
import { askTimeRange } from './ask-time-range';
import { isOpen, NO_RANGE, type TimePreset, timePresets, type TimeRange } from './time-range';

/**
 * The times that people ask for most, and any other: `<button [matMenuTriggerFor]="times.menu()">`. Choosing the chosen one
 * takes it away.
 */
@Component({
  selector: 'dh-time-range-menu',
  imports: [MatIcon, MatMenu, MatMenuContent, MatMenuItem],
  template: `
    <mat-menu>
      <ng-template matMenuContent>
        @for (preset of choices(); track preset.label) {
          <button
            mat-menu-item
            type="button"
            role="menuitemradio"
            [attr.aria-checked]="preset.isChosen"
            (click)="chosen.emit(preset.isChosen ? none : preset.range)"
          >
            <mat-icon [svgIcon]="preset.isChosen ? 'check' : ''" /><span>{{ preset.label }}</span>
          </button>
        }
        <button mat-menu-item type="button" role="menuitemradio" [attr.aria-checked]="isOther()" (click)="ask()">
          <mat-icon [svgIcon]="isOther() ? 'check' : ''" /><span i18n>Between…</span>
        </button>
      </ng-template>
    </mat-menu>
  `,
})
export class TimeRangeMenu {
  private readonly dialog = inject(MatDialog);
  private readonly now = inject(Now);

  readonly range = input.required<TimeRange>();
  /** What is asked where no preset fits. */
  readonly question = input.required<string>();
  readonly presets = input<readonly TimePreset[]>();
  readonly chosen = output<TimeRange>();

  readonly menu = viewChild.required(MatMenu);

  protected readonly none = NO_RANGE;
  protected readonly choices = computed(() => {
    const { from, to } = this.range();
    const presets = this.presets() ?? timePresets(new Date(this.now.ms()));
    return presets.map((preset) => ({ ...preset, isChosen: preset.range.from === from && to === '' }));
  });
  protected readonly isOther = computed(
    () => !isOpen(this.range()) && !this.choices().some(({ isChosen }) => isChosen),
  );

  protected async ask(): Promise<void> {
    const range = await askTimeRange(this.dialog, { heading: this.question(), range: this.range() });
    if (range) this.chosen.emit(range);
  }
}
