import { Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Failure } from '../../ui/failure';
import { RelativeTime } from '../../ui/relative-time';
import { Skeleton } from '../../ui/skeleton';
import { commentAnchor } from '../live/composer-news';
import { CommentMessage } from './comment-message';
import { EarlierText } from './earlier-text';
import { OpenTicket } from './open-ticket';
import type { TimelineEntry } from './timeline';
import { TicketDescription } from './ticket-description';

/** The request, everything that was written since, and between them in quiet lines what was done. */
@Component({
  selector: 'dh-conversation',
  imports: [CommentMessage, EarlierText, Failure, MatButton, RelativeTime, Skeleton, TicketDescription],
  templateUrl: './conversation.html',
  styleUrl: './conversation.scss',
})
export class Conversation {
  protected readonly open = inject(OpenTicket);

  /** By which a message is gone to. */
  protected anchorOf({ type, id }: TimelineEntry): string | null {
    return type === 'comment' ? commentAnchor(id) : null;
  }

  /** Filed by somebody else on the requester's behalf. */
  protected readonly isOnBehalf = computed(() => {
    const ticket = this.open.ticket();
    return ticket !== undefined && ticket.creator.id !== ticket.requester.id;
  });
}
