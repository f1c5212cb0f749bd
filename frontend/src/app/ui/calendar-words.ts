import { Service } from '@angular/core';
import { MatDatepickerIntl } from '@angular/material/datepicker';

/** What a calendar says to those who cannot see it. */
@Service({ autoProvided: false })
export class CalendarWords extends MatDatepickerIntl {
  override calendarLabel = $localize`Calendar`;
  override openCalendarLabel = $localize`Open the calendar`;
  override closeCalendarLabel = $localize`Close the calendar`;
  override prevMonthLabel = $localize`Previous month`;
  override nextMonthLabel = $localize`Next month`;
  override prevYearLabel = $localize`Previous year`;
  override nextYearLabel = $localize`Next year`;
  override prevMultiYearLabel = $localize`Previous 24 years`;
  override nextMultiYearLabel = $localize`Next 24 years`;
}
