import { inject, Service } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { firstValueFrom, Subject } from 'rxjs';
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
  private readonly happened = new Subject<'moved' | 'purged'>();

  /** After each change, also one that is made when the row it began in is gone. */
  readonly done = this.happened.asObservable();

  /** A failure is told of. */
  async restore(id: string): Promise<void> {
    try {
      const ticket = await this.api.restore(id);
      this.notices.offerUndo($localize`Ticket #${ticket.number}:number: is out of the bin.`, () => {
        void this.putBack(ticket);
      });
      this.happened.next('moved');
    } catch (error) {
      this.notices.fail(error);
    }
  }

  /** Whether it is gone. */
  async purge(ticket: PurgedTicket): Promise<boolean> {
    const shown = this.dialog.open<PurgeDialog, PurgedTicket, boolean>(PurgeDialog, {
      data: ticket,
      width: '520px',
      maxWidth: '94vw',
    });
    const isGone = (await firstValueFrom(shown.afterClosed())) === true;
    if (isGone) this.happened.next('purged');
    return isGone;
  }

  private async putBack({ id, number, version }: Ticket): Promise<void> {
    try {
      await this.api.delete(id, version);
      this.notices.say($localize`Ticket #${number}:number: is in the bin again.`);
      this.happened.next('moved');
    } catch (error) {
      this.notices.fail(error);
    }
  }
}
