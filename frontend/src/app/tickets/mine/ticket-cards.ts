import { Component, computed, input } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import { RouterLink } from '@angular/router';
import { RelativeTime } from '../../ui/relative-time';
import { StatusChip } from '../../ui/status-chip';
import { nextStepFor } from '../model/next-step';
import type { TicketSummary } from '../model/ticket';

/** Tickets as their requester reads them: what it is, how it stands, and what happens next. */
@Component({
  selector: 'dh-ticket-cards',
  imports: [MatIcon, RelativeTime, RouterLink, StatusChip],
  template: `
    <ul role="list">
      @for (row of rows(); track row.ticket.id) {
        <li [class.yours]="row.next.yours">
          <div class="words">
            <a [routerLink]="['/tickets', row.ticket.id]">{{ row.ticket.subject }}</a>
            <p class="next">{{ row.next.words }}</p>
          </div>
          <div class="facts">
            <dh-status-chip [status]="row.ticket.status" />
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
  readonly tickets = input.required<readonly TicketSummary[]>();

  protected readonly rows = computed(() => this.tickets().map((ticket) => ({ ticket, next: nextStepFor(ticket) })));
}
