import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Ticket } from '../model/ticket';

/** The ticket that this one is a new one about, and those that are new ones about this. */
@Component({
  selector: 'dh-linked-tickets',
  imports: [RouterLink],
  template: `
    @if (ticket().follows; as former) {
      <h2 i18n>About</h2>
      <a [routerLink]="['/tickets', former.id]">
        <span class="dh-figures">#{{ former.number }}</span> {{ former.subject }}
      </a>
    }
    @if (ticket().followedBy.length > 0) {
      <h2 i18n>New tickets about this</h2>
      @for (later of ticket().followedBy; track later.id) {
        <a [routerLink]="['/tickets', later.id]">
          <span class="dh-figures">#{{ later.number }}</span> {{ later.subject }}
        </a>
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
    h2 {
      margin: 0;
      color: var(--mat-sys-on-surface-variant);
      font: inherit;
      line-height: 1.5rem;
    }
    a {
      min-block-size: 24px;
      line-height: 1.5rem;
      overflow-wrap: anywhere;
    }
  `,
})
export class LinkedTickets {
  readonly ticket = input.required<Ticket>();
}
