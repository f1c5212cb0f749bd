import { Component, computed, inject, input, output, viewChild } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { MatIcon } from '@angular/material/icon';
import { MatMenu, MatMenuItem } from '@angular/material/menu';
import type { Params } from '@angular/router';
import { Now } from '../../platform/now';
import { askTimeRange } from '../../ui/ask-time-range';
import {
  type TimeField,
  timeParams,
  type TimePreset,
  timePresets,
  type TimeRange,
  timeRangeIn,
} from '../../ui/time-range';

/** The ranges of time that people ask for most, and any other: `<button [matMenuTriggerFor]="times.menu()">`. */
@Component({
  selector: 'dh-time-filter-menu',
  imports: [MatIcon, MatMenu, MatMenuItem],
  template: `
    <mat-menu>
      @for (preset of presets(); track preset.label) {
        <button
          mat-menu-item
          type="button"
          role="menuitemradio"
          [attr.aria-checked]="preset.isChosen"
          (click)="choose(preset)"
        >
          <mat-icon [svgIcon]="preset.isChosen ? 'check' : ''" /><span>{{ preset.label }}</span>
        </button>
      }
      <button mat-menu-item type="button" role="menuitemradio" [attr.aria-checked]="isOther()" (click)="ask()">
        <mat-icon [svgIcon]="isOther() ? 'check' : ''" /><span i18n>Between…</span>
      </button>
    </mat-menu>
  `,
})
export class TimeFilterMenu {
  private readonly dialog = inject(MatDialog);
  private readonly now = inject(Now);

  readonly params = input.required<Params>();
  readonly field = input.required<TimeField>();
  readonly narrowed = output<Params>();

  readonly menu = viewChild.required(MatMenu);

  private readonly range = computed(() => timeRangeIn(this.params(), this.field()));
  protected readonly presets = computed(() => {
    const { from, to } = this.range();
    return timePresets(new Date(this.now.ms())).map((preset) => ({
      ...preset,
      isChosen: preset.range.from === from && to === '',
    }));
  });
  protected readonly isOther = computed(
    () => (this.range().from || this.range().to) !== '' && !this.presets().some(({ isChosen }) => isChosen),
  );

  protected choose({ range, isChosen }: TimePreset & { readonly isChosen: boolean }): void {
    this.narrow(isChosen ? { from: '', to: '' } : range);
  }

  protected async ask(): Promise<void> {
    const heading = this.field() === 'created' ? $localize`Created between` : $localize`Updated between`;
    const range = await askTimeRange(this.dialog, { heading, range: this.range() });
    if (range) this.narrow(range);
  }

  private narrow(range: TimeRange): void {
    this.narrowed.emit(timeParams(this.field(), range));
  }
}
