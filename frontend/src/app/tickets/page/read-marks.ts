import { effect, inject, Service, untracked } from '@angular/core';
import { PageVisible } from '../../platform/page-visible';
import { Unread } from '../../platform/unread';
import { ListMemory } from '../model/list-memory';
import { TicketApi } from '../model/ticket-api';
import { OpenTicket } from './open-ticket';

/** Tells the server that the reader has looked at the ticket in front of him, or wants to look again later. */
@Service({ autoProvided: false })
export class ReadMarks {
  private readonly api = inject(TicketApi);
  private readonly memory = inject(ListMemory);
  private readonly open = inject(OpenTicket);
  private readonly page = inject(PageVisible);
  private readonly unread = inject(Unread);
  /** One after the other: the look that opened the page must not arrive after "keep it unread". */
  private underWay: Promise<unknown> = Promise.resolve();

  constructor() {
    effect(() => {
      const ticket = this.open.ticket();
      if (!ticket?.unread || !this.page.isVisible()) return;
      untracked(() => {
        this.look(ticket.id);
      });
    });
  }

  /** Keeps it unread until the reader comes again. @throws Problem */
  async setAside(): Promise<void> {
    const id = this.open.id();
    await this.underWay;
    await this.api.mark(id, { unread: true });
    this.memory.mark(id, true);
    this.unread.changed();
  }

  private look(id: string): void {
    this.underWay = this.api.mark(id, { unread: false }).then(
      () => {
        this.open.looked(id);
        this.memory.mark(id, false);
        this.unread.changed();
      },
      // Nobody asked for it, and all that a failure leaves behind is a dot: the next look sends it again.
      () => undefined,
    );
  }
}
