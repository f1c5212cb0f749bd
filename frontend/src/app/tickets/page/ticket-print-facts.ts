import { Component, computed, inject } from '@angular/core';
import { CategoryName } from '../../ui/category-name';
import { priorityLabel } from '../../ui/priority-label';
import { RelativeTime } from '../../ui/relative-time';
import { OpenTicket } from './open-ticket';

/** The facts of a ticket on paper, in words alone: nothing there can be pressed. */
@Component({
  selector: 'dh-ticket-print-facts',
  imports: [CategoryName, RelativeTime],
  template: `
    @if (open.ticket(); as ticket) {
      <dl>
        <dt i18n>Requester</dt>
        <dd dir="auto">{{ ticket.requester.name }}</dd>
        <dt i18n>Assignee</dt>
        <dd dir="auto">{{ ticket.assignee?.name ?? '–' }}</dd>
        <dt i18n>Priority</dt>
        <dd>{{ priority() }}</dd>
        <dt i18n>Category</dt>
        <dd dir="auto">{{ ticket.category ? (ticket.category.name | categoryName) : '–' }}</dd>
        <dt i18n>Created</dt>
        <dd><dh-time [at]="ticket.createdAt" /></dd>
      </dl>
    }
  `,
  styles: `
    :host {
      display: none;
      margin-block-end: 16px;
    }
    dl {
      display: grid;
      grid-template-columns: max-content 1fr max-content 1fr;
      gap: 4px 16px;
      padding-block: 8px;
      border-block: 1px solid var(--mat-sys-outline-variant);
    }
    dt {
      color: var(--mat-sys-on-surface-variant);
    }
    dd {
      overflow-wrap: anywhere;
    }
    @media print {
      :host {
        display: block;
      }
    }
  `,
})
export class TicketPrintFacts {
  protected readonly open = inject(OpenTicket);

  protected readonly priority = computed(() => {
    const ticket = this.open.ticket();
    return ticket ? priorityLabel(ticket.priority) : '';
  });
}
