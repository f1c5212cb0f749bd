import { Component, computed, inject, input, output } from '@angular/core';
import { MatCheckbox } from '@angular/material/checkbox';
import { RouterLink } from '@angular/router';
import { Session } from '../../platform/session';
import { MarkedText } from '../../ui/marked-text';
import { PriorityIcon } from '../../ui/priority-icon';
import { RelativeTime } from '../../ui/relative-time';
import { StatusChip } from '../../ui/status-chip';
import type { TicketSummary } from '../model/ticket';
import { UnreadMark } from '../model/unread-mark';
import { isStaffsTurn, mayTake } from './queue-row';
import { QueueSelection } from './queue-selection';
import { TakeButton } from './take-button';
import { TurnMark } from './turn-mark';
import { FoundWhere } from '../search/found-where';

/** The queue on a phone, where a table would have to be pushed sideways. */
@Component({
  selector: 'dh-queue-cards',
  imports: [
    FoundWhere,
    MarkedText,
    MatCheckbox,
    PriorityIcon,
    RelativeTime,
    RouterLink,
    StatusChip,
    TakeButton,
    TurnMark,
    UnreadMark,
  ],
  templateUrl: './queue-cards.html',
  styleUrl: './queue-cards.scss',
})
export class QueueCards {
  private readonly session = inject(Session);
  protected readonly selection = inject(QueueSelection);

  readonly tickets = input.required<readonly TicketSummary[]>();
  /** Those that somebody else changed a moment ago. */
  readonly changed = input<ReadonlySet<string>>(new Set());
  /** What is searched for. */
  readonly q = input('');
  readonly take = output<TicketSummary>();

  protected readonly cards = computed(() =>
    this.tickets().map((ticket) => ({
      ticket,
      mayTake: mayTake(this.session.me(), ticket),
      isStaffsTurn: isStaffsTurn(ticket),
    })),
  );
}
