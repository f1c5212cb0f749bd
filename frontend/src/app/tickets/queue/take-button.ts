import { Component, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { TicketSummary } from '../model/ticket';
import { Taking } from './taking';

/** Takes a ticket where it stands in the list. */
@Component({
  selector: 'dh-take',
  imports: [MatButton],
  template: `
    <button
      matButton="outlined"
      type="button"
      [disabled]="taking.id() === ticket().id"
      disabledInteractive
      (click)="take.emit(ticket())"
      i18n
    >
      Take<span class="cdk-visually-hidden"> #{{ ticket().number }}</span>
    </button>
  `,
  styleUrl: './take-button.scss',
})
export class TakeButton {
  protected readonly taking = inject(Taking);

  readonly ticket = input.required<TicketSummary>();
  readonly take = output<TicketSummary>();
}
