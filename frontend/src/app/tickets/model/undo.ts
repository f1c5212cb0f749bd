import { inject, Service } from '@angular/core';
import { Subject } from 'rxjs';
import { Notices } from '../../platform/notices';
import type { BulkResult, Ticket } from './ticket';
import { TicketApi } from './ticket-api';

/**
 * Offers to take back what was just done. Its author may be on another page by then, so it stands above the pages, and
 * whichever shows the tickets hears of it.
 */
@Service()
export class Undo {
  private readonly api = inject(TicketApi);
  private readonly notices = inject(Notices);
  private readonly happened = new Subject<Ticket | null>();

  /** The ticket as it is after that; null where there were several. */
  readonly done = this.happened.asObservable();

  offer(words: string, ticket: { readonly id: string; readonly number: number }): void {
    this.notices.offerUndo(words, () => void this.takeBack(ticket));
  }

  /** @param bulkIds of the calls that it took */
  offerMany(words: string, bulkIds: readonly string[]): void {
    this.notices.offerUndo(words, () => void this.takeManyBack(bulkIds));
  }

  private async takeBack({ id, number }: { readonly id: string; readonly number: number }): Promise<void> {
    try {
      this.happened.next(await this.api.undo(id));
      this.notices.say($localize`Undone. Ticket #${number}:number: is as it was before.`);
    } catch (error) {
      this.notices.fail(error);
    }
  }

  /** The last one first, as far as it goes. */
  private async takeManyBack(bulkIds: readonly string[]): Promise<void> {
    const all: BulkResult[] = [];
    try {
      for (const bulkId of bulkIds.toReversed()) all.push(...(await this.api.undoMany(bulkId)).results);
      this.notices.say(undoneWords(all));
    } catch (error) {
      this.notices.fail(error);
    }
    this.happened.next(null);
  }
}

function undoneWords(results: readonly BulkResult[]): string {
  const undone = results.filter(({ problem }) => problem === undefined).length;
  const left = results.length - undone;
  if (left === 0 && undone === 1) return $localize`Undone. The ticket is as it was before.`;
  if (left === 0) return $localize`Undone. ${undone}:count: tickets are as they were before.`;
  return $localize`Undone: ${undone}:count:. Not undone: ${left}:left:, for somebody changed them since.`;
}
