import { computed, DOCUMENT, inject, Service } from '@angular/core';
import { fillSnippet, type SnippetVariable } from '@deskhand/shared';
import { Organisation } from '../../platform/organisation';
import { Session } from '../../platform/session';
import { OpenTicket } from '../page/open-ticket';
import { Snippets } from './snippets';

/** A snippet as it reads on this ticket. */
export interface FilledSnippet {
  readonly id: string;
  readonly name: string;
  readonly text: string;
}

/** The snippets for the ticket that is shown, their variables filled in. */
@Service({ autoProvided: false })
export class TicketSnippets {
  private readonly open = inject(OpenTicket);
  private readonly session = inject(Session);
  private readonly organisation = inject(Organisation);
  private readonly snippets = inject(Snippets);
  private readonly document = inject(DOCUMENT);

  readonly areUsed = computed(() => this.session.me() !== null && this.session.may('snippet.keep'));
  readonly error = this.snippets.error;
  /** Undefined until they are here. */
  readonly all = computed((): FilledSnippet[] | undefined => {
    const values = this.values();
    return values && this.snippets.all()?.map(({ id, name, body }) => ({ id, name, text: fillSnippet(body, values) }));
  });
  private readonly values = computed((): Record<SnippetVariable, string> | undefined => {
    const [ticket, me] = [this.open.ticket(), this.session.me()];
    if (!ticket || !me) return undefined;
    const { requester, number, subject, id } = ticket;
    return {
      'requester.name': requester.name,
      'requester.firstName': requester.name.split(/\s+/)[0] ?? requester.name,
      'ticket.number': String(number),
      'ticket.subject': subject,
      'ticket.link': `${this.document.location.origin}/tickets/${id}`,
      'me.name': me.name,
      'organisation.name': this.organisation.name(),
    };
  });

  need(): void {
    if (this.areUsed()) this.snippets.need();
  }

  reload(): void {
    this.snippets.reload();
  }
}
