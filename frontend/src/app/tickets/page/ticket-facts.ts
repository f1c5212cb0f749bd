import { Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { MatIcon } from '@angular/material/icon';
import { PersonName } from '../../ui/person-name';
import { PriorityIcon } from '../../ui/priority-icon';
import { priorityLabel } from '../../ui/priority-label';
import { RelativeTime } from '../../ui/relative-time';
import { AssignDialog } from './assign-dialog';
import { OpenTicket } from './open-ticket';

/** What is known of the ticket besides what was written. */
@Component({
  selector: 'dh-ticket-facts',
  imports: [MatButton, MatIcon, PersonName, PriorityIcon, RelativeTime],
  templateUrl: './ticket-facts.html',
  styleUrl: './ticket-facts.scss',
})
export class TicketFacts {
  private readonly dialog = inject(MatDialog);
  protected readonly open = inject(OpenTicket);

  protected readonly ticket = this.open.ticket;
  protected readonly isStaff = computed(() => this.open.reader() === 'staff');
  protected readonly priority = computed(() => {
    const ticket = this.ticket();
    return ticket ? priorityLabel(ticket.priority) : '';
  });
  protected readonly isOnBehalf = computed(() => {
    const ticket = this.ticket();
    return ticket !== undefined && ticket.creator.id !== ticket.requester.id;
  });

  protected assign(): void {
    this.dialog.open(AssignDialog, { data: this.open, width: '440px', maxWidth: '94vw' });
  }

  /** Digits and a plus: what a telephone understands. */
  protected callable(phone: string): string {
    return `tel:${phone.replace(/[^\d+]/g, '')}`;
  }
}
