import { inject, Service } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { firstValueFrom } from 'rxjs';
import { Notices } from '../../platform/notices';
import type { Ticket } from '../model/ticket';
import { TicketApi } from '../model/ticket-api';
import { PurgeDialog, type PurgedTicket } from './purge-dialog';

/** Out of the bin: back, or for good. */
@Service()
export class BinActions {
  private readonly api = inject(TicketApi);
  private readonly notices = inject(Notices);
  private readonly dialog = inject(MatDialog);

  /** @param changed runs after it, and again after it was undone. Null where it failed, which is told of. */
  async restore(id: string, changed: () => void): Promise<Ticket | null> {
    try {
      const ticket = await this.api.restore(id);
      this.notices.offerUndo($localize`Ticket #${ticket.number}:number: is out of the bin.`, () => {
        void this.putBack(ticket, changed);
      });
      changed();
      return ticket;
    } catch (error) {
      this.notices.fail(error);
      return null;
    }
  }

  /** Whether it is gone. */
  async purge(ticket: PurgedTicket): Promise<boolean> {
    const shown = this.dialog.open<PurgeDialog, PurgedTicket, boolean>(PurgeDialog, {
      data: ticket,
      width: '520px',
      maxWidth: '94vw',
    });
    return (await firstValueFrom(shown.afterClosed())) === true;
  }

  private async putBack({ id, number, version }: Ticket, changed: () => void): Promise<void> {
    try {
      await this.api.delete(id, version);
      this.notices.say($localize`Ticket #${number}:number: is in the bin again.`);
      changed();
    } catch (error) {
      this.notices.fail(error);
    }
  }
}
