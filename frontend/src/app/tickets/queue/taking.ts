import { inject, Service, signal } from '@angular/core';
import { Notices } from '../../platform/notices';
import { Session } from '../../platform/session';
import type { TicketFacts, TicketSummary } from '../model/ticket';
import { presentTicketIn, TicketApi } from '../model/ticket-api';
import type { TicketList } from '../model/ticket-list';
import { Undo } from '../model/undo';

/** Takes a ticket that nobody has, in its place in the list. */
@Service({ autoProvided: false })
export class Taking {
  private readonly api = inject(TicketApi);
  private readonly session = inject(Session);
  private readonly notices = inject(Notices);
  private readonly undo = inject(Undo);
  private readonly taken = signal<string | null>(null);

  /** The ticket that is being taken. */
  readonly id = this.taken.asReadonly();

  async take(ticket: TicketSummary, list: Pick<TicketList, 'patch'>): Promise<void> {
    const me = this.session.me();
    if (!me || this.taken() !== null) return;
    this.taken.set(ticket.id);
    try {
      list.patch(await this.api.assign(ticket.id, ticket.version, me.id));
      this.undo.offer($localize`You took #${ticket.number}:number:.`, ticket);
    } catch (error) {
      const present = presentTicketIn(error);
      if (present) list.patch(present);
      if (present) this.notices.say(fasterWords(present));
      else this.notices.fail(error);
    } finally {
      this.taken.set(null);
    }
  }
}

function fasterWords({ number, assignee }: TicketFacts): string {
  return assignee
    ? $localize`${assignee.name}:name: was faster and has #${number}:number: now.`
    : $localize`#${number}:number: was changed a moment ago. You see it as it is now.`;
}
