import { inject, Service } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { Subject } from 'rxjs';
import { Notices } from '../../platform/notices';
import { isConfirmed } from '../../ui/confirm-dialog';
import type { Ticket, TicketSummary } from '../model/ticket';
import { TicketApi } from '../model/ticket-api';

type PurgedTicket = Pick<TicketSummary, 'id' | 'number' | 'subject' | 'version'>;

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

  /** Asks first; whether it is gone. */
  async purge({ id, number, subject, version }: PurgedTicket): Promise<boolean> {
    const question = {
      heading: $localize`Delete ticket #${number}:number: for good?`,
      text: $localize`“${subject}:subject:” is then removed with everything that was written and attached to it. Nobody can bring it back. That it was there, and who removed it, stays on the trail.`,
      no: $localize`Keep it in the bin`,
      yes: $localize`Delete #${number}:number: for good`,
      act: async () => {
        await this.api.purge(id, version);
        this.notices.say($localize`Ticket #${number}:number: is deleted for good.`);
      },
    };
    const isGone = await isConfirmed(this.dialog, question, { width: '520px', maxWidth: '94vw' });
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
