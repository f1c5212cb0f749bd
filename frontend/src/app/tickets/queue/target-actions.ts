import { computed, inject, Service, signal } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { nextStatuses, STATUS_CODES, type StatusCode } from '@deskhand/shared';
import { firstValueFrom } from 'rxjs';
import { Notices } from '../../platform/notices';
import { Session } from '../../platform/session';
import { factsOf } from '../model/facts-of';
import type { BulkChange } from '../model/ticket';
import { AssignDialog, type Assignment } from '../page/assign-dialog';
import { askOf } from '../page/status-action';
import { StatusDialog, type StatusQuestion } from '../page/status-dialog';
import { BulkChanges } from './bulk-changes';
import { bulkStatusWords, statusChoiceWords, ticketsInWords } from './bulk-words';
import { QueueSelection } from './queue-selection';

/** What can be done to the selected tickets together, or to the one where somebody is if none is selected. */
@Service({ autoProvided: false })
export class TargetActions {
  private readonly session = inject(Session);
  private readonly notices = inject(Notices);
  private readonly dialog = inject(MatDialog);
  private readonly changes = inject(BulkChanges);
  private readonly selection = inject(QueueSelection);

  readonly isPossible = computed(() => !this.changes.isBusy() && this.selection.targets().length > 0);
  /** Every status that fits one of them; the others are refused, each with its reason. */
  readonly statuses = computed(() => {
    const [me, tickets] = [this.session.me(), this.selection.targets()];
    if (!me) return [];
    const fits = new Map<StatusCode, number>();
    for (const ticket of tickets)
      for (const status of nextStatuses(me, factsOf(ticket))) fits.set(status, (fits.get(status) ?? 0) + 1);
    return STATUS_CODES.flatMap((status) => {
      const count = fits.get(status);
      return count === undefined ? [] : [{ status, words: statusChoiceWords(status, count, tickets.length) }];
    });
  });

  /** @returns once the dialog is closed */
  async assign(): Promise<void> {
    const data: Assignment = {
      title: $localize`Assign ${ticketsInWords(this.selection.targets().length)}:tickets:`,
      offersMe: signal(true),
      offersNobody: signal(true),
      surprise: signal(null),
      assign: async (person) => {
        await this.changes.make({ assigneeId: person?.id ?? null });
        return true;
      },
    };
    const shown = this.dialog.open(AssignDialog, { data, width: '440px', maxWidth: '94vw' });
    await firstValueFrom(shown.afterClosed());
  }

  move(status: StatusCode): void {
    const ask = askOf(status);
    if (ask === null) {
      void this.change({ status });
      return;
    }
    const count = this.selection.targets().length;
    const data: StatusQuestion = {
      status,
      ask,
      takesFiles: false,
      draftName: `bulk:${status}`,
      words: computed(() => bulkStatusWords(status, count)),
      surprise: signal(null),
      isPossible: signal(true),
      send: async (change) => {
        await this.changes.make(change);
        return true;
      },
    };
    this.dialog.open(StatusDialog, { data, width: '520px', maxWidth: '94vw' });
  }

  async change(change: BulkChange): Promise<void> {
    try {
      await this.changes.make(change);
    } catch (error) {
      this.notices.fail(error);
    }
  }
}
