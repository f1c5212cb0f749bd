import { Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Failure } from '../../ui/failure';
import { RelativeTime } from '../../ui/relative-time';
import { Skeleton } from '../../ui/skeleton';
import { commentAnchor } from '../live/composer-news';
import { OutgoingMessage } from '../sending/outgoing-message';
import { TicketSending } from '../sending/ticket-sending';
import { CommentMessage } from './comment-message';
import { EarlierText } from './earlier-text';
import { OpenTicket } from './open-ticket';
import type { TimelineEntry } from './timeline';
import { TimelineFilter, TimelineParts } from './timeline-filter';
import { TicketDescription } from './ticket-description';

/** The request, everything that was written since, and between them in quiet lines what was done. */
@Component({
  selector: 'dh-conversation',
  imports: [
    CommentMessage,
    EarlierText,
    Failure,
    MatButton,
    OutgoingMessage,
    RelativeTime,
    Skeleton,
    TicketDescription,
    TimelineFilter,
  ],
  templateUrl: './conversation.html',
  styleUrl: './conversation.scss',
})
export class Conversation {
  protected readonly open = inject(OpenTicket);
  protected readonly sending = inject(TicketSending);

  protected readonly parts = inject(TimelineParts);
  protected readonly isNoneShown = computed(() => {
    const part = this.parts.chosen();
    if (part === 'everything' || part === 'conversation' || !this.open.conversation().isRead()) return false;
    const wanted = part === 'notes' ? 'note' : 'change';
    return this.open.timeline().every((entry) => this.partOf(entry) !== wanted);
  });

  protected partOf(entry: TimelineEntry): 'reply' | 'note' | 'change' {
    if (entry.type === 'activity') return 'change';
    return entry.comment.internal ? 'note' : 'reply';
  }

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
