import { computed, inject, Service, signal } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { LIMITS } from '@deskhand/shared';
import { firstValueFrom } from 'rxjs';
import { asProblem } from '../../platform/problem';
import { Undo } from '../model/undo';
import type { BulkAnswer, BulkChange, TicketSummary } from '../model/ticket';
import { TicketApi } from '../model/ticket-api';
import { BulkRefusals, type BulkRefusalsData, type RefusedTicket } from './bulk-refusals';
import { doneWords } from './bulk-words';
import { QueueSelection } from './queue-selection';

/** How far a change of many has come. */
export interface BulkProgress {
  readonly done: number;
  readonly total: number;
}

/** What became of those that were tried. */
interface Outcome {
  readonly bulkIds: string[];
  readonly refused: RefusedTicket[];
  tried: number;
  /** Why the others were not tried. */
  failure: unknown;
}

/** Makes one change to many tickets, two hundred at a time, and tells what became of each. */
@Service({ autoProvided: false })
export class BulkChanges {
  private readonly api = inject(TicketApi);
  private readonly undo = inject(Undo);
  private readonly dialog = inject(MatDialog);
  private readonly selection = inject(QueueSelection);
  private isStopped = false;

  private readonly underWay = signal<BulkProgress | null>(null);
  readonly isBusy = computed(() => this.underWay() !== null);
  /** Null where one call does it all: that is over before it could be read. */
  readonly progress = computed(() => {
    const progress = this.underWay();
    return progress && progress.total > LIMITS.bulk.max ? progress : null;
  });
  /** Counts the changes that were made, so that the list is asked for again after each. */
  readonly made = signal(0);

  /**
   * Those that were changed are selected no more; those that were refused, and those that were not tried, stay selected.
   *
   * @throws Problem where nothing was tried at all
   */
  async make(change: BulkChange): Promise<void> {
    if (this.isBusy()) return;
    const tickets = this.selection.targets();
    this.underWay.set({ done: 0, total: tickets.length });
    this.isStopped = false;
    try {
      const outcome = await this.makeAll(tickets, change);
      if (outcome.tried === 0) throw outcome.failure;
      this.keepSelected(tickets, outcome);
      this.made.update((count) => count + 1);
      void this.tell(outcome, tickets, change.delete === true);
    } finally {
      this.underWay.set(null);
    }
  }

  /** After the call that is under way; what is done stays done. */
  stop(): void {
    this.isStopped = true;
  }

  private async makeAll(tickets: readonly TicketSummary[], change: BulkChange): Promise<Outcome> {
    const outcome: Outcome = { bulkIds: [], refused: [], tried: 0, failure: undefined };
    const total = tickets.length;
    while (outcome.tried < total && !(this.isStopped && outcome.tried > 0)) {
      const batch = tickets.slice(outcome.tried, outcome.tried + LIMITS.bulk.max);
      try {
        const ids = batch.map(({ id }) => id);
        const answer = await this.api.changeMany(ids, change);
        outcome.bulkIds.push(answer.bulkId);
        outcome.refused.push(...refusedIn(answer, batch));
      } catch (error) {
        outcome.failure = error;
        return outcome;
      }
      outcome.tried += batch.length;
      this.underWay.set({ done: outcome.tried, total });
    }
    return outcome;
  }

  private keepSelected(tickets: readonly TicketSummary[], { refused, tried }: Outcome): void {
    const left = [...refused.map(({ ticket }) => ticket), ...tickets.slice(tried)];
    // The one where somebody merely was is not selected by being refused.
    if (left.length === 0 || this.selection.count() === 0) this.selection.clear();
    else this.selection.only(left.map(({ id }) => id));
  }

  private async tell(outcome: Outcome, tickets: readonly TicketSummary[], isDeletion: boolean): Promise<void> {
    const { bulkIds, refused, tried, failure } = outcome;
    const [changed, untried] = [tried - refused.length, tickets.length - tried];
    if (refused.length > 0 || untried > 0) {
      const why = failure === undefined ? null : asProblem(failure).words;
      const data: BulkRefusalsData = { changed, refused, untried, why, areSelected: this.selection.count() > 0 };
      const shown = this.dialog.open(BulkRefusals, { data, width: '560px', maxWidth: '94vw' });
      await firstValueFrom(shown.afterClosed());
    }
    const [first] = tickets;
    const number = tickets.length === 1 ? first?.number : undefined;
    if (changed > 0) this.undo.offerMany(doneWords(changed, isDeletion, number), bulkIds);
  }
}

function refusedIn({ results }: BulkAnswer, tickets: readonly TicketSummary[]): RefusedTicket[] {
  return results.flatMap(({ id, problem }) => {
    const ticket = tickets.find((candidate) => candidate.id === id);
    return problem && ticket ? [{ ticket, reason: problem.detail }] : [];
  });
}
