import { HttpContext, httpResource } from '@angular/common/http';
import { Component, computed, debounced, input, output } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { RouterLink } from '@angular/router';
import type { PageOf } from '../../platform/page-of';
import { IN_BACKGROUND } from '../../platform/progress';
import { Failure } from '../../ui/failure';
import { PersonName } from '../../ui/person-name';
import { PriorityIcon } from '../../ui/priority-icon';
import { priorityLabel } from '../../ui/priority-label';
import { RelativeTime } from '../../ui/relative-time';
import { Skeleton } from '../../ui/skeleton';
import { StatusChip } from '../../ui/status-chip';
import type { Comment, Ticket, TicketSummary } from '../model/ticket';
import { ticketUrl } from '../model/ticket-api';
import { Message } from '../page/message';

/** Whoever goes on within this time did not want to read it. */
const PAUSE_MS = 120;
const COMMENTS = 100;
const SHOWN = 3;

/** A ticket beside the list: what it is about, how it stands and what was written last. What is not read is not fetched. */
@Component({
  selector: 'dh-ticket-preview',
  imports: [
    ...[Failure, MatButton, MatIcon, MatIconButton, Message, PersonName, PriorityIcon],
    ...[RelativeTime, RouterLink, Skeleton, StatusChip],
  ],
  templateUrl: './ticket-preview.html',
  styleUrl: './ticket-preview.scss',
})
export class TicketPreview {
  /** As the list has it, which is shown at once. */
  readonly ticket = input.required<TicketSummary>();
  readonly closed = output();

  private readonly context = new HttpContext().set(IN_BACKGROUND, true);
  /** The version too: what somebody changes is read again. */
  private readonly key = computed(() => `${this.ticket().id} ${this.ticket().version} ${this.ticket().updatedAt}`);
  private readonly wanted = debounced(this.key, PAUSE_MS);
  private readonly address = computed(() => (this.wanted.isLoading() ? undefined : ticketUrl(this.ticket().id)));
  private readonly answer = httpResource<Ticket>(() => this.request(this.address()));
  private readonly written = httpResource<PageOf<Comment>>(() =>
    this.request(this.address() && `${this.address() ?? ''}/comments?limit=${COMMENTS}`),
  );

  protected readonly priority = computed(() => priorityLabel(this.ticket().priority));
  protected readonly whole = computed(() => {
    const whole = this.answer.hasValue() ? this.answer.value() : undefined;
    return whole?.id === this.ticket().id ? whole : undefined;
  });
  /** The last ones, how many came before, and whether more came after than one answer holds. */
  protected readonly comments = computed(() => {
    const page = this.written.hasValue() ? this.written.value() : undefined;
    if (!page) return undefined;
    const shown = page.items.slice(-SHOWN);
    return { shown, earlier: page.items.length - shown.length, hasMore: page.nextCursor !== null };
  });
  protected readonly error = computed(() => this.answer.error());
  protected readonly label = computed(() => $localize`Ticket #${this.ticket().number}:number: beside the list`);
  protected readonly descriptionLabel = $localize`What was asked`;
  protected readonly replyLabel = $localize`Reply`;
  protected readonly noteLabel = $localize`Internal note`;

  protected retry(): void {
    this.answer.reload();
    this.written.reload();
  }

  private request(url: string | undefined) {
    return url === undefined ? undefined : { url, context: this.context };
  }
}
