import { Component, computed, inject, input, LOCALE_ID, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { MatMenuTrigger } from '@angular/material/menu';
import type { Params } from '@angular/router';
import { Now } from '../../platform/now';
import { isOpen, rangeIn, rangeParams, type TimeRange, timeRangeWords } from '../../ui/time-range';
import { TimeRangeMenu } from '../../ui/time-range-menu';
import { isOfSubject, trailRanges } from './trail-query';

/** The time that is looked at: there always is one, and the button tells which. */
@Component({
  selector: 'dh-trail-times',
  imports: [MatButton, MatIcon, MatMenuTrigger, TimeRangeMenu],
  template: `
    <button matButton="outlined" type="button" [matMenuTriggerFor]="times.menu()">
      <span class="cdk-visually-hidden" i18n>When:</span> {{ words()
      }}<mat-icon svgIcon="expand-more" iconPositionEnd />
    </button>
    <dh-time-range-menu
      #times
      [presets]="presets()"
      [range]="range()"
      [question]="question"
      (chosen)="narrow($event)"
    />
  `,
})
export class TrailTimes {
  private readonly now = inject(Now);
  private readonly locale = inject(LOCALE_ID);

  readonly params = input.required<Params>();
  readonly narrowed = output<Params>();

  protected readonly question = $localize`Happened between`;
  private readonly today = computed(() => new Date(this.now.ms()));
  protected readonly presets = computed(() => trailRanges(this.today()));
  /** What the address says, or else the usual time. */
  protected readonly range = computed<TimeRange>(() => {
    const named = rangeIn(this.params());
    const usual = isOfSubject(this.params()) ? this.presets().at(-1) : this.presets()[2];
    return isOpen(named) && usual ? usual.range : named;
  });
  protected readonly words = computed(() => {
    const range = this.range();
    const preset = this.presets().find((each) => each.range.from === range.from && range.to === '');
    return preset?.label ?? timeRangeWords(range, { locale: this.locale, now: this.today() });
  });

  protected narrow(range: TimeRange): void {
    this.narrowed.emit(rangeParams(range));
  }
}
