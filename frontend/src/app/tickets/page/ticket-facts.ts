import { Component, computed, ElementRef, inject, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { MatIcon } from '@angular/material/icon';
import { MatMenuTrigger } from '@angular/material/menu';
import type { Priority } from '@deskhand/shared';
import { Notices } from '../../platform/notices';
import { Session } from '../../platform/session';
import { onShortcuts } from '../../platform/shortcuts/shortcuts';
import { categoryLabel } from '../../ui/category-label';
import { CategoryName } from '../../ui/category-name';
import { PersonName } from '../../ui/person-name';
import { PriorityIcon } from '../../ui/priority-icon';
import { priorityLabel } from '../../ui/priority-label';
import { RelativeTime } from '../../ui/relative-time';
import { CategoryMenu } from '../model/category-menu';
import { PriorityMenu } from '../model/priority-menu';
import type { PersonRef, Ticket } from '../model/ticket';
import { AssignDialog, type Assignment } from './assign-dialog';
import { LinkedTickets } from '../links/linked-tickets';
import { TicketWatchers } from '../watchers/ticket-watchers';
import { OpenTicket } from './open-ticket';
import { RequesterTickets } from './requester-tickets';

/** What is known of the ticket besides what was written. */
@Component({
  selector: 'dh-ticket-facts',
  imports: [
    ...[
      CategoryMenu,
      CategoryName,
      LinkedTickets,
      TicketWatchers,
      MatButton,
      MatIcon,
      MatMenuTrigger,
      PersonName,
      PriorityIcon,
      PriorityMenu,
    ],
    ...[RelativeTime, RequesterTickets],
  ],
  templateUrl: './ticket-facts.html',
  styleUrl: './ticket-facts.scss',
})
export class TicketFacts {
  private readonly dialog = inject(MatDialog);
  private readonly notices = inject(Notices);
  private readonly session = inject(Session);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly priorityTrigger = viewChild('priorityButton', { read: MatMenuTrigger });
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

  constructor() {
    onShortcuts({
      'ticket.assign': {
        run: () => {
          this.assign();
        },
        isPossible: () => this.open.mayAssign(),
      },
      'ticket.priority': {
        run: () => {
          this.choosePriority();
        },
        isPossible: () => this.open.maySetPriority(),
      },
    });
  }

  /** On a narrow screen the facts are folded away. */
  private choosePriority(): void {
    this.host.closest('details')?.setAttribute('open', '');
    this.priorityTrigger()?.openMenu();
  }

  protected assign(): void {
    this.dialog.open(AssignDialog, { data: this.assignment(), width: '440px', maxWidth: '94vw' });
  }

  protected prioritise(priority: Priority): void {
    const number = this.ticket()?.number ?? 0;
    const words = {
      said: $localize`Priority of #${number}:number:: ${priorityLabel(priority)}:priority:.`,
      again: $localize`Set the priority to ${priorityLabel(priority)}:priority: all the same`,
    };
    void this.edit(() => this.open.edit({ priority }, words, { priority }));
  }

  protected categorise(category: Ticket['category']): void {
    const number = this.ticket()?.number ?? 0;
    const said = category
      ? $localize`Category of #${number}:number:: ${categoryLabel(category.name)}:category:.`
      : $localize`#${number}:number: has no category now.`;
    const again = category
      ? $localize`Set the category to ${category.name}:category: all the same`
      : $localize`Take the category away all the same`;
    void this.edit(() => this.open.edit({ categoryId: category?.id ?? null }, { said, again }, { category }));
  }

  /** Digits and a plus: what a telephone understands. */
  protected callable(phone: string): string {
    return `tel:${phone.replace(/[^\d+]/g, '')}`;
  }

  private async edit(send: () => Promise<unknown>): Promise<void> {
    try {
      await send();
    } catch (error) {
      this.notices.fail(error);
    }
  }

  private assignment(): Assignment {
    const number = this.ticket()?.number ?? 0;
    const assignee = computed(() => this.ticket()?.assignee ?? null);
    return {
      title: $localize`Assign ticket #${number}:number:`,
      offersMe: computed(() => assignee()?.id !== this.session.me()?.id),
      offersNobody: computed(() => assignee() !== null),
      surprise: this.open.surprise,
      assign: async (person) =>
        (await this.open.assign(person?.id ?? null, { said: this.assignedWords(person, number) })) === 'done',
    };
  }

  private assignedWords(person: PersonRef | null, number: number): string {
    if (!person) return $localize`Nobody has #${number}:number: now.`;
    if (person.id === this.session.me()?.id) return $localize`You took #${number}:number:.`;
    return $localize`${person.name}:name: has #${number}:number: now.`;
  }
}
