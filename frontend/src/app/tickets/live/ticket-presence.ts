import { HttpClient, HttpContext } from '@angular/common/http';
import { computed, DestroyRef, effect, inject, linkedSignal, Service, signal, untracked } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { filter, fromEvent } from 'rxjs';
import { Live } from '../../platform/live/live';
import type { PresentPerson } from '../../platform/live/live-event';
import { PageVisible } from '../../platform/page-visible';
import { IN_BACKGROUND } from '../../platform/progress';
import { Session } from '../../platform/session';
import { commentDraftName } from '../model/draft-names';
import { Drafts } from '../model/drafts';
import { ticketUrl } from '../model/ticket-api';
import { OpenTicket } from '../page/open-ticket';

type State = PresentPerson['state'] | 'gone';

/** The server forgets whoever does not repeat it for 40 seconds. */
const REPEAT_MS = 15_000;
/** Whoever wrote nothing for so long thinks, or is away. */
const TYPING_MS = 60_000;

/** Who looks at the ticket that is shown, or answers it, right now; and tells the others that its reader does. */
@Service({ autoProvided: false })
export class TicketPresence {
  private readonly http = inject(HttpClient);
  private readonly open = inject(OpenTicket);
  private readonly session = inject(Session);
  private readonly drafts = inject(Drafts);
  private readonly page = inject(PageVisible);
  private readonly isTyping = signal(false);
  private typing: ReturnType<typeof setTimeout> | undefined;

  private readonly present = linkedSignal<string, readonly PresentPerson[]>({
    source: () => this.open.id(),
    computation: () => [],
  });
  /** All but the reader. Only staff are told. */
  readonly others = computed(() => this.present().filter(({ id }) => id !== this.session.me()?.id));
  readonly answering = computed(() => this.others().filter(({ state }) => state === 'answering'));

  /** Nobody answers what is in the bin. */
  private readonly ticketId = computed(() => {
    const ticket = this.open.ticket();
    return ticket?.deletedAt === null ? ticket.id : undefined;
  });
  private readonly state = computed((): State => (this.isTyping() && this.hasText() ? 'answering' : 'looking'));
  private readonly hasText = computed(() => {
    const id = this.open.id();
    return (['reply', 'note'] as const).some((kind) => this.drafts.of(commentDraftName(id, kind)).text().trim() !== '');
  });

  constructor() {
    effect((onCleanup) => {
      const [id, state] = [this.ticketId(), this.state()];
      if (id === undefined || !this.page.isVisible()) return;
      untracked(() => {
        this.tell(id, state);
      });
      const repeating = setInterval(() => {
        this.tell(id, state);
      }, REPEAT_MS);
      onCleanup(() => {
        clearInterval(repeating);
      });
    });
    effect((onCleanup) => {
      const id = this.ticketId();
      onCleanup(() => {
        if (id !== undefined) this.leave(id);
      });
    });
    this.follow();
  }

  /** A letter was written. */
  typed(): void {
    this.isTyping.set(true);
    clearTimeout(this.typing);
    this.typing = setTimeout(() => {
      this.isTyping.set(false);
    }, TYPING_MS);
  }

  private follow(): void {
    const live = inject(Live);
    live.begun.pipe(takeUntilDestroyed()).subscribe(() => {
      const id = this.ticketId();
      if (id !== undefined && this.page.isVisible()) this.tell(id, this.state());
    });
    live.presence
      .pipe(
        filter(({ ticketId }) => ticketId === this.open.id()),
        takeUntilDestroyed(),
      )
      .subscribe(({ people }) => {
        this.present.set(people);
      });
    fromEvent(window, 'pagehide')
      .pipe(takeUntilDestroyed())
      .subscribe(() => {
        const id = this.ticketId();
        if (id !== undefined) this.leave(id);
      });
    inject(DestroyRef).onDestroy(() => {
      clearTimeout(this.typing);
    });
  }

  private tell(id: string, state: State): void {
    this.put(id, state).subscribe({
      next: ({ people }) => {
        if (id === this.open.id()) this.present.set(people);
      },
      // Nobody waits for it; it is repeated anyway.
      error: () => undefined,
    });
  }

  /** Whoever signed out is forgotten by himself, and so is everybody at a ticket that is gone. */
  private leave(id: string): void {
    const isGone = untracked(() => this.open.isLost() || (this.open.ticket()?.deletedAt ?? null) !== null);
    if (untracked(this.session.isSignedIn) && !isGone) this.put(id, 'gone').subscribe({ error: () => undefined });
  }

  /** Outlives the page that sends it. */
  private put(id: string, state: State) {
    const context = new HttpContext().set(IN_BACKGROUND, true);
    const url = `${ticketUrl(id)}/presence`;
    return this.http.put<{ people: PresentPerson[] }>(url, { state }, { context, keepalive: state === 'gone' });
  }
}
