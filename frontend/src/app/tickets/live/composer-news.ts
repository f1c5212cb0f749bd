import { Component, computed, DOCUMENT, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { answeringWords } from './presence-words';
import { TicketLive } from './ticket-live';
import { TimelineParts } from '../page/timeline-filter';
import { TicketPresence } from './ticket-presence';

/** The element of a comment in the conversation, so that it can be gone to. */
export function commentAnchor(commentId: string): string {
  return `comment-${commentId}`;
}

/** What whoever writes should know before he sends: what came meanwhile, and who else is answering. */
@Component({
  selector: 'dh-composer-news',
  imports: [MatButton, MatIcon],
  template: `
    <div role="status">
      @if (arrived(); as words) {
        <p class="dh-surprise">
          <mat-icon svgIcon="forum" /><span>{{ words }}</span>
          <button matButton type="button" (click)="read()" i18n>Read it</button>
        </p>
      }
    </div>
    <div role="status">
      @if (answering(); as words) {
        <p class="answering"><mat-icon svgIcon="edit" />{{ words }}</p>
      }
    </div>
  `,
  styleUrl: './composer-news.scss',
})
export class ComposerNews {
  private readonly document = inject(DOCUMENT);
  private readonly live = inject(TicketLive);
  private readonly presence = inject(TicketPresence);

  private readonly parts = inject(TimelineParts);

  protected readonly answering = computed(() => answeringWords(this.presence.answering()));
  protected readonly arrived = computed(() => {
    const [first, ...rest] = this.live.arrivals();
    if (!first) return '';
    const { name } = first;
    if (rest.length > 0) return $localize`${rest.length + 1}:count: messages came while you were writing.`;
    return first.internal
      ? $localize`${name}:name: wrote an internal note while you were writing.`
      : $localize`${name}:name: replied while you were writing.`;
  });

  /** The own text stays where it is. */
  protected async read(): Promise<void> {
    const [first] = this.live.arrivals();
    this.live.seen();
    // It may be of a kind that is not shown now.
    if (this.parts.chosen() !== 'everything') await this.parts.choose('everything');
    const message = first && this.document.getElementById(commentAnchor(first.commentId));
    message?.focus({ preventScroll: true });
    message?.scrollIntoView({ block: 'center' });
  }
}
