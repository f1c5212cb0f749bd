import { Component, computed, effect, inject, input } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { RouterLink } from '@angular/router';
import { isFinal } from '@deskhand/shared';
import { mediaFits } from '../../platform/media';
import { PageTitle } from '../../platform/page-title';
import { asProblem } from '../../platform/problem';
import { Session } from '../../platform/session';
import { EmptyState } from '../../ui/empty-state';
import { Failure } from '../../ui/failure';
import { Skeleton } from '../../ui/skeleton';
import { StatusChip } from '../../ui/status-chip';
import { nextStepFor } from '../model/next-step';
import { PresenceLine } from '../live/presence-line';
import { SteadyComposer } from '../live/steady-composer';
import { TicketLive } from '../live/ticket-live';
import { TicketPresence } from '../live/ticket-presence';
import { NewAbout } from '../links/new-about';
import { BackLink } from './back-link';
import { BinBanner } from './bin-banner';
import { Composer } from './composer';
import { Conversation } from './conversation';
import { OpenTicket } from './open-ticket';
import { ReadMarks } from './read-marks';
import { StatusActions } from './status-actions';
import { TicketFacts } from './ticket-facts';
import { TicketMenu } from './ticket-menu';
import { TicketSubject } from './ticket-subject';

/** One ticket: how it stands, what was said and done, and what comes next. */
@Component({
  selector: 'dh-ticket-page',
  imports: [
    ...[
      BackLink,
      BinBanner,
      Composer,
      Conversation,
      EmptyState,
      Failure,
      MatButton,
      MatIcon,
      MatIconButton,
      NewAbout,
      PresenceLine,
      RouterLink,
    ],
    ...[Skeleton, StatusActions, SteadyComposer, StatusChip, TicketFacts, TicketMenu, TicketSubject],
  ],
  providers: [OpenTicket, ReadMarks, TicketLive, TicketPresence],
  templateUrl: './ticket-page.html',
  styleUrl: './ticket-page.scss',
})
export class TicketPage {
  private readonly session = inject(Session);
  private readonly title = inject(PageTitle);
  protected readonly open = inject(OpenTicket);

  /** From the address. */
  readonly id = input.required<string>();
  /** What a link in a mail leads to: `confirm` or `reopen`. */
  readonly do = input<string>();

  protected readonly isNarrow = mediaFits('(width < 1024px)');
  protected readonly isMissing = computed(() => {
    const error = this.open.error();
    return this.open.isLost() || (error !== undefined && asProblem(error).code === 'not_found');
  });
  /** The requester reads what happens next; on hold, why. */
  protected readonly nextWords = computed(() => {
    const ticket = this.open.ticket();
    if (!ticket) return '';
    if (ticket.status === 'on_hold' && ticket.statusReason) return $localize`On hold: ${ticket.statusReason}:reason:`;
    return this.open.reader() === 'requester' ? nextStepFor(ticket).words : '';
  });
  protected readonly isFinal = computed(() => {
    const ticket = this.open.ticket();
    return ticket !== undefined && isFinal(ticket.status);
  });
  protected readonly isRequester = computed(() => this.open.ticket()?.requester.id === this.session.me()?.id);
  /** One step back in the history keeps the view of a queue; this is for whoever came by a link. */
  protected readonly listAddress = computed(() => {
    if (this.open.ticket()?.deletedAt) return '/bin';
    return this.isRequester() || !this.session.may('ticket.read-all') ? '/tickets' : '/queue';
  });

  constructor() {
    inject(ReadMarks);
    effect(() => {
      this.open.id.set(this.id());
    });
    effect(() => {
      const ticket = this.open.ticket();
      if (ticket) this.title.name(`#${ticket.number} ${ticket.subject}`);
    });
  }
}
