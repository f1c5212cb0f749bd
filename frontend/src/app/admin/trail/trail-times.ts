import { Component, computed, inject, input, LOCALE_ID, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { MatIcon } from '@angular/material/icon';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import type { Params } from '@angular/router';
import { Now } from '../../platform/now';
import { askTimeRange } from '../../ui/ask-time-range';
import { type TimeRange, timeRangeWords } from '../../ui/time-range';
import { isOfSubject, rangeIn, trailRanges } from './trail-query';

/** The time that is looked at: there always is one, and the button tells which. */
@Component({
  selector: 'dh-trail-times',
  imports: [MatButton, MatIcon, MatMenu, MatMenuItem, MatMenuTrigger],
  template: `
    <button matButton="outlined" type="button" [matMenuTriggerFor]="times">
      <span class="cdk-visually-hidden" i18n>When:</span> {{ words()
      }}<mat-icon svgIcon="expand-more" iconPositionEnd />
    </button>
    <mat-menu #times="matMenu">
      @for (choice of choices(); track choice.label) {
        <button
          mat-menu-item
          type="button"
          role="menuitemradio"
          [attr.aria-checked]="choice.isChosen"
          (click)="narrow(choice.range)"
        >
          <mat-icon [svgIcon]="choice.isChosen ? 'check' : ''" /><span>{{ choice.label }}</span>
        </button>
      }
      <button mat-menu-item type="button" role="menuitemradio" [attr.aria-checked]="isOther()" (click)="ask()">
        <mat-icon [svgIcon]="isOther() ? 'check' : ''" /><span i18n>Between…</span>
      </button>
    </mat-menu>
  `,
  styles: `
    button[matButton] {
      min-block-size: 44px;
    }
  `,
})
export class TrailTimes {
  private readonly dialog = inject(MatDialog);
  private readonly now = inject(Now);
  private readonly locale = inject(LOCALE_ID);

  readonly params = input.required<Params>();
  readonly narrowed = output<Params>();

  private readonly today = computed(() => new Date(this.now.ms()));
  private readonly range = computed(() => rangeIn(this.params()));
  private readonly isUsual = computed(() => this.range().from === '' && this.range().to === '');
  protected readonly choices = computed(() => {
    const ranges = trailRanges(this.today());
    const usual = isOfSubject(this.params()) ? ranges.at(-1) : ranges[2];
    return ranges.map((each) => ({
      ...each,
      isChosen: this.isUsual() ? each === usual : this.range().to === '' && each.range.from === this.range().from,
    }));
  });
  protected readonly isOther = computed(() => !this.choices().some(({ isChosen }) => isChosen));
  protected readonly words = computed(
    () =>
      this.choices().find(({ isChosen }) => isChosen)?.label ??
      timeRangeWords(this.range(), { locale: this.locale, now: this.today() }),
  );

  protected async ask(): Promise<void> {
    const range = await askTimeRange(this.dialog, { heading: $localize`Happened between`, range: this.range() });
    if (range) this.narrow(range);
  }

  protected narrow({ from, to }: TimeRange): void {
    this.narrowed.emit({ from: from || null, to: to || null });
  }
}
