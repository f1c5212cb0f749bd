import { Component, computed, effect, inject, input, untracked } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { Router, RouterLink } from '@angular/router';
import { isFinal } from '@deskhand/shared';
import { mediaFits } from '../../platform/media';
import { PageTitle } from '../../platform/page-title';
import { Notices } from '../../platform/notices';
import { asProblem } from '../../platform/problem';
import { Session } from '../../platform/session';
import { onShortcuts } from '../../platform/shortcuts/shortcuts';
import { EmptyState } from '../../ui/empty-state';
import { Failure } from '../../ui/failure';
import { Skeleton } from '../../ui/skeleton';
import { StatusChip } from '../../ui/status-chip';
import { prepareAges } from '../../ui/relative-time';
import { BackToList } from '../model/back-to-list';
import { nextStepFor } from '../model/next-step';
import { TicketWalk } from '../model/ticket-walk';
import { PresenceLine } from '../live/presence-line';
import { SteadyComposer } from '../live/steady-composer';
import { TicketLive } from '../live/ticket-live';
import { TicketPresence } from '../live/ticket-presence';
import { NewAbout } from '../links/new-about';
import { TicketSending } from '../sending/ticket-sending';
import { TicketSnippets } from '../snippets/ticket-snippets';
import { BackLink } from './back-link';
import { BinBanner } from './bin-banner';
import { Composer } from './composer';
import { Conversation } from './conversation';
import { OpenTicket } from './open-ticket';
import { ReadMarks } from './read-marks';
import { StatusActions } from './status-actions';
import { TicketFacts } from './ticket-facts';
import type { Refused } from './ticket-changes';
import { TicketMenu } from './ticket-menu';
import { TicketPrintFacts } from './ticket-print-facts';
import { TicketSubject } from './ticket-subject';
import { TicketWalkBar } from './ticket-walk-bar';
import { TimelineParts } from './timeline-filter';

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
    TicketPrintFacts,
    TicketWalkBar,
  ],
  providers: [OpenTicket, ReadMarks, TicketLive, TicketPresence, TicketSending, TicketSnippets, TimelineParts],
  templateUrl: './ticket-page.html',
  styleUrl: './ticket-page.scss',
})
export class TicketPage {
  private readonly session = inject(Session);
  private readonly title = inject(PageTitle);
  private readonly notices = inject(Notices);
  private readonly router = inject(Router);
  private readonly walk = inject(TicketWalk);
  protected readonly open = inject(OpenTicket);

  /** From the address. */
  readonly id = input.required<string>();
  /** What a link in a mail leads to: `confirm` or `reopen`. */
  readonly do = input<string>();
  /** What of the conversation is shown. */
  readonly show = input<string>();

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
    const place = this.walk.placeOf(this.id());
    if (place) return place.url;
    if (this.open.ticket()?.deletedAt) return '/bin';
    return this.isRequester() || !this.session.may('ticket.read-all') ? '/tickets' : '/queue';
  });
  protected readonly listLink = computed(() => this.router.parseUrl(this.listAddress()));

  constructor() {
    prepareAges();
    inject(ReadMarks);
    const back = inject(BackToList);
    onShortcuts({
      'ticket.back': () => {
        back.go(this.listAddress());
      },
    });
    const parts = inject(TimelineParts);
    effect(() => {
      parts.named.set(this.show());
    });
    effect(() => {
      this.open.id.set(this.id());
    });
    this.beginAsAsked();
    effect(() => {
      const ticket = this.open.ticket();
      if (ticket) this.title.name(`#${ticket.number} ${ticket.subject}`);
    });
  }

  /** Whoever came to write begins at once, as soon as the ticket is here. */
  private beginAsAsked(): void {
    let begunFor = '';
    effect(() => {
      const id = this.open.ticket()?.id ?? '';
      if (id === '' || id === begunFor) return;
      begunFor = id;
      const state = untracked(() => this.router.lastSuccessfulNavigation()?.extras.state) ?? {};
      const wanted: unknown = state['write'];
      if (wanted === 'reply' || wanted === 'note')
        untracked(() => {
          this.open.write(wanted);
        });
    });
  }

  protected async makeAgain(refused: Refused): Promise<void> {
    try {
      await refused.makeAgain();
    } catch (error) {
      this.notices.fail(error);
    }
  }
}
