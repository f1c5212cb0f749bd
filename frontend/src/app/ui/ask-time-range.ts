import type { MatDialog } from '@angular/material/dialog';
import { firstValueFrom } from 'rxjs';
import type { TimeRange } from './time-range';
import type { TimeRangeQuestion } from './time-range-dialog';

/** Asks between which days; undefined where all is left as it is. The calendar is fetched for those who want it. */
export async function askTimeRange(dialog: MatDialog, question: TimeRangeQuestion): Promise<TimeRange | undefined> {
  const { TimeRangeDialog } = await import('./time-range-dialog');
  const shown = dialog.open<unknown, TimeRangeQuestion, TimeRange>(TimeRangeDialog, {
    data: question,
    width: '400px',
    maxWidth: '94vw',
  });
  return firstValueFrom(shown.afterClosed());
}
