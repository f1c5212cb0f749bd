import { inject, Service } from '@angular/core';
import type { PageOf } from '../../platform/page-of';
import { Session } from '../../platform/session';
import type { TicketSummary } from './ticket';

/** A few addresses back is as far as anybody goes. */
const KEPT_LISTS = 20;

/**
 * What a list showed when it was left. Coming back draws it at once, in its full height, so that the browser can put
 * the reader where he was; the fresh answer then takes its place.
 */
@Service()
export class ListMemory {
  private readonly session = inject(Session);
  private readonly lists = new Map<string, PageOf<TicketSummary>>();

  keep(address: string, list: PageOf<TicketSummary>): void {
    const key = this.keyOf(address);
    this.lists.delete(key);
    this.lists.set(key, list);
    const oldest = this.lists.keys().next();
    if (this.lists.size > KEPT_LISTS && !oldest.done) this.lists.delete(oldest.value);
  }

  recall(address: string): PageOf<TicketSummary> | undefined {
    return this.lists.get(this.keyOf(address));
  }

  /** A ticket that was put into the bin does not come back for a moment. */
  forget(ticketId: string): void {
    for (const [key, list] of this.lists) {
      if (list.items.some(({ id }) => id === ticketId))
        this.lists.set(key, { ...list, items: list.items.filter(({ id }) => id !== ticketId) });
    }
  }

  /** Whether it is unread, as whoever opened it or set it aside knows before the list is read again. */
  mark(ticketId: string, unread: boolean): void {
    for (const [key, list] of this.lists) {
      if (list.items.some(({ id }) => id === ticketId))
        this.lists.set(key, {
          ...list,
          items: list.items.map((item) => (item.id === ticketId ? { ...item, unread } : item)),
        });
    }
  }

  private keyOf(address: string): string {
    return `${this.session.me()?.id ?? ''} ${address}`;
  }
}
