import { Component, computed, inject, signal } from '@angular/core';
import { form, FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { DateAdapter, MAT_DATE_FORMATS, MAT_NATIVE_DATE_FORMATS } from '@angular/material/core';
import { MatDatepickerIntl, MatDatepickerModule } from '@angular/material/datepicker';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogRef,
  MatDialogTitle,
} from '@angular/material/dialog';
import { MatError, MatHint, MatLabel, MatSuffix } from '@angular/material/form-field';
import { mediaFits } from '../platform/media';
import { CalendarHeader } from './calendar-header';
import { CalendarWords } from './calendar-words';
import { FORM_FIELD } from './form-field';
import { ProblemForm } from './problem-form';
import { TypedDateAdapter } from './typed-date-adapter';
import { daysOf, rangeOfDays, type TimeRange } from './time-range';

export interface TimeRangeQuestion {
  readonly heading: string;
  /** What is chosen now. */
  readonly range: TimeRange;
}

/** Asks between which days; closes with the range, or with nothing where all is left as it is. */
@Component({
  selector: 'dh-time-range-dialog',
  imports: [
    ...[FormField, MatButton, MatDatepickerModule, MatError, FORM_FIELD, MatHint, MatLabel, MatSuffix, ProblemForm],
    ...[MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle],
  ],
  providers: [
    { provide: DateAdapter, useClass: TypedDateAdapter },
    { provide: MAT_DATE_FORMATS, useValue: MAT_NATIVE_DATE_FORMATS },
    { provide: MatDatepickerIntl, useClass: CalendarWords },
  ],
  templateUrl: './time-range-dialog.html',
  styleUrl: './time-range-dialog.scss',
})
export class TimeRangeDialog {
  private readonly shown = inject<MatDialogRef<TimeRangeDialog, TimeRange>>(MatDialogRef);

  protected readonly header = CalendarHeader;
  protected readonly question = inject<TimeRangeQuestion>(MAT_DIALOG_DATA);
  /** Where the calendar would not fit below its field. */
  protected readonly isSmall = mediaFits('(width < 600px) or (height < 700px)');

  private readonly model = signal(daysOf(this.question.range));
  protected readonly form = form(this.model, {
    submission: {
      action: ({ first, last }) => {
        this.shown.close(rangeOfDays(first().value(), last().value()));
        return Promise.resolve();
      },
    },
  });

  protected readonly complaint = computed(() => {
    const kinds = [...this.form.first().errors(), ...this.form.last().errors()].map(({ kind }) => kind);
    if (kinds.includes('matDatepickerParse')) return $localize`Enter each day as a date.`;
    return kinds.length > 0 ? $localize`The last day must not come before the first.` : null;
  });
}
