import { inject, Service, signal } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { firstValueFrom } from 'rxjs';
import { Undo } from '../model/undo';
import type { BulkAnswer, BulkChange, TicketSummary } from '../model/ticket';
import { TicketApi } from '../model/ticket-api';
import { BulkRefusals, type RefusedTicket } from './bulk-refusals';
import { QueueSelection } from './queue-selection';

/** Makes one change to the selected tickets and tells what became of each. */
@Service({ autoProvided: false })
export class BulkChanges {
  private readonly api = inject(TicketApi);
  private readonly undo = inject(Undo);
  private readonly dialog = inject(MatDialog);
  private readonly selection = inject(QueueSelection);

  readonly isBusy = signal(false);
  /** Counts the changes that were made, so that the list is asked for again after each. */
  readonly made = signal(0);

  /**
   * Those that were changed are selected no more, those that were refused stay selected.
   *
   * @throws Problem where nothing was tried at all
   */
  async make(change: BulkChange): Promise<void> {
    if (this.isBusy()) return;
    const tickets = this.selection.tickets();
    this.isBusy.set(true);
    try {
      const answer = await this.api.changeMany(
        tickets.map(({ id }) => id),
        change,
      );
      const refused = refusedIn(answer, tickets);
      if (refused.length === 0) this.selection.clear();
      else this.selection.only(refused.map(({ ticket }) => ticket.id));
      this.made.update((count) => count + 1);
      void this.tell(answer.bulkId, tickets.length - refused.length, refused, change.delete === true);
    } finally {
      this.isBusy.set(false);
    }
  }

  private async tell(bulkId: string, changed: number, refused: RefusedTicket[], isDeletion: boolean): Promise<void> {
    if (refused.length > 0) {
      const data = { changed, refused };
      const shown = this.dialog.open(BulkRefusals, { data, width: '560px', maxWidth: '94vw' });
      await firstValueFrom(shown.afterClosed());
    }
    if (changed > 0) this.undo.offerMany(doneWords(changed, isDeletion), bulkId);
  }
}

function refusedIn({ results }: BulkAnswer, tickets: readonly TicketSummary[]): RefusedTicket[] {
  return results.flatMap(({ id, problem }) => {
    const ticket = tickets.find((candidate) => candidate.id === id);
    return problem && ticket ? [{ ticket, reason: problem.detail }] : [];
  });
}

function doneWords(count: number, isDeletion: boolean): string {
  if (isDeletion) return count === 1 ? $localize`1 ticket deleted.` : $localize`${count}:count: tickets deleted.`;
  return count === 1 ? $localize`1 ticket changed.` : $localize`${count}:count: tickets changed.`;
}
