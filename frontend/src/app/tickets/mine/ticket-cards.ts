import { Component, computed, inject, input } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import { RouterLink } from '@angular/router';
import { Session } from '../../platform/session';
import { MarkedText } from '../../ui/marked-text';
import { RelativeTime } from '../../ui/relative-time';
import { StatusChip } from '../../ui/status-chip';
import { nextStepFor, nextStepOf } from '../model/next-step';
import type { TicketSummary } from '../model/ticket';
import { UnreadMark } from '../model/unread-mark';
import { FoundWhere } from '../search/found-where';

/** Tickets as their requester, or whoever watches, reads them: what it is, how it stands, and what happens next. */
@Component({
  selector: 'dh-ticket-cards',
  imports: [FoundWhere, MarkedText, MatIcon, RelativeTime, RouterLink, StatusChip, UnreadMark],
  template: `
    <ul role="list">
      @for (row of rows(); track row.ticket.id) {
        <li [class.yours]="row.next.yours" [class.dh-changed]="changed().has(row.ticket.id)">
          <div class="words">
            <a [routerLink]="['/tickets', row.ticket.id]" [class.unread]="row.ticket.unread"
              ><dh-unread-mark [unread]="row.ticket.unread" /><dh-marked [text]="row.ticket.subject" [q]="q()"
            /></a>
            <dh-found-where [text]="row.ticket.excerpt" [q]="q()" />
            @if (row.isWatched) {
              <p class="watched"><mat-icon svgIcon="visibility" />{{ row.whose }}</p>
            }
            <p class="next">{{ row.next.words }}</p>
          </div>
          <div class="facts">
            <dh-status-chip [status]="row.ticket.status" [reader]="row.isWatched ? 'staff' : 'requester'" />
            <span class="dh-quiet dh-small dh-figures"
              >#{{ row.ticket.number }} · <dh-time [at]="row.ticket.updatedAt"
            /></span>
          </div>
          <mat-icon class="go" svgIcon="chevron-right" />
        </li>
      }
    </ul>
  `,
  styleUrl: './ticket-cards.scss',
})
export class TicketCards {
  private readonly session = inject(Session);

  readonly tickets = input.required<readonly TicketSummary[]>();
  /** Those that somebody else changed a moment ago. */
  readonly changed = input<ReadonlySet<string>>(new Set());
  /** What is searched for. */
  readonly q = input('');

  protected readonly rows = computed(() => {
    const me = this.session.me()?.id;
    return this.tickets().map((ticket) => {
      const isWatched = ticket.requester.id !== me;
      const whose = $localize`You watch this · ${ticket.requester.name}:requester:`;
      return { ticket, isWatched, whose, next: isWatched ? nextStepOf(ticket) : nextStepFor(ticket) };
    });
  });
}
