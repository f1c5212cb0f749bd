import { HttpContext, httpResource } from '@angular/common/http';
import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { PageOf } from '../../platform/page-of';
import { IN_BACKGROUND } from '../../platform/progress';
import { StatusChip } from '../../ui/status-chip';
import type { Ticket, TicketSummary } from '../model/ticket';
import { TICKETS_URL } from '../model/ticket-api';

/** As many as one looks at beside something else. */
const SHOWN = 5;

/** What else the requester of a ticket has: the last that moved, and the way to all of them. */
@Component({
  selector: 'dh-requester-tickets',
  imports: [RouterLink, StatusChip],
  template: `
    @if (others(); as others) {
      @if (others.length > 0) {
        <h2 i18n>Other tickets of {{ ticket().requester.name }}</h2>
        <ul role="list">
          @for (other of others; track other.id) {
            <li>
              <a dir="auto" [routerLink]="['/tickets', other.id]">
                <span class="dh-figures">#{{ other.number }}</span> {{ other.subject }}
              </a>
              <dh-status-chip [status]="other.status" reader="staff" />
            </li>
          }
        </ul>
        @if (hasMore()) {
          <a routerLink="/queue" [queryParams]="{ requester: ticket().requester.id }" i18n>
            All tickets of {{ ticket().requester.name }}
          </a>
        }
      } @else {
        <p class="dh-quiet" i18n>{{ ticket().requester.name }} has no other tickets.</p>
      }
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: 4px;
      padding-block: 12px;
      border-block-start: 1px solid var(--dh-hairline);
    }
    :host:empty {
      display: none;
    }
    h2 {
      margin: 0;
      color: var(--mat-sys-on-surface-variant);
      font: inherit;
      line-height: 1.5rem;
    }
    ul {
      display: grid;
      gap: 8px;
    }
    li {
      display: grid;
      justify-items: start;
    }
    a {
      min-block-size: 24px;
      line-height: 1.5rem;
      overflow-wrap: anywhere;
    }
  `,
})
export class RequesterTickets {
  readonly ticket = input.required<Ticket>();

  /** Whatever else changes of the ticket is no reason to ask again. */
  private readonly requesterId = computed(() => this.ticket().requester.id);
  private readonly list = httpResource<PageOf<TicketSummary>>(() => ({
    url: TICKETS_URL,
    // One more than is shown, for this ticket may be among them.
    params: { requester: this.requesterId(), sort: '-updatedAt', limit: SHOWN + 1 },
    context: new HttpContext().set(IN_BACKGROUND, true),
  }));
  /** Nothing where they could not be read: nobody asked for them. */
  protected readonly others = computed(() => {
    if (!this.list.hasValue()) return null;
    const id = this.ticket().id;
    return this.list
      .value()
      .items.filter((other) => other.id !== id)
      .slice(0, SHOWN);
  });
  protected readonly hasMore = computed(() => {
    if (!this.list.hasValue()) return false;
    const { items, nextCursor } = this.list.value();
    return nextCursor !== null || items.every(({ id }) => id !== this.ticket().id);
  });
}
