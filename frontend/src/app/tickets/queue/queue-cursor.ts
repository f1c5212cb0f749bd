import { Service, signal } from '@angular/core';

/** At which ticket of the queue somebody is. It outlives the page, so that he comes back to where he was. */
@Service()
export class QueueCursor {
  private readonly at = signal<{ readonly id: string; readonly row: number } | null>(null);

  readonly place = this.at.asReadonly();
  /** Whether he went on to the ticket itself, from which he may come back. */
  isAway = false;

  moveTo(id: string, row: number): void {
    this.at.set({ id, row });
  }
}
