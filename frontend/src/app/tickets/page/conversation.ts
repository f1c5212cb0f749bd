import { Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Failure } from '../../ui/failure';
import { RelativeTime } from '../../ui/relative-time';
import { Skeleton } from '../../ui/skeleton';
import type { Comment } from '../model/ticket';
import { Message } from './message';
import { OpenTicket } from './open-ticket';

/** The request, everything that was written since, and between them in quiet lines what was done. */
@Component({
  selector: 'dh-conversation',
  imports: [Failure, MatButton, Message, RelativeTime, Skeleton],
  templateUrl: './conversation.html',
  styleUrl: './conversation.scss',
})
export class Conversation {
  protected readonly open = inject(OpenTicket);

  protected readonly requestLabel = computed(() => {
    const ticket = this.open.ticket();
    return $localize`The request of ${ticket?.requester.name ?? ''}:name:`;
  });
  /** Filed by somebody else on the requester's behalf. */
  protected readonly isOnBehalf = computed(() => {
    const ticket = this.open.ticket();
    return ticket !== undefined && ticket.creator.id !== ticket.requester.id;
  });

  protected labelOf({ internal, author }: Comment): string {
    return internal ? $localize`Internal note of ${author.name}:name:` : $localize`Reply of ${author.name}:name:`;
  }

  protected roleOf({ fromRequester }: Comment): string {
    return fromRequester ? '' : $localize`IT staff`;
  }
}
