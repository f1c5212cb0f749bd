import { LiveAnnouncer } from '@angular/cdk/a11y';
import { effect, inject, linkedSignal, Service, untracked } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { MatDialog } from '@angular/material/dialog';
import { filter } from 'rxjs';
import { Live } from '../../platform/live/live';
import { type LiveEvent, ticketIdOf } from '../../platform/live/live-event';
import { PacedRefresh } from '../../platform/live/paced-refresh';
import { asProblem } from '../../platform/problem';
import { Session } from '../../platform/session';
import { commentDraftName } from '../model/draft-names';
import { Drafts } from '../model/drafts';
import type { Ticket } from '../model/ticket';
import { OpenTicket } from '../page/open-ticket';
import { whatChanged } from '../page/what-changed';
import { eventWords } from './event-words';

/** Entries after which texts further up look otherwise. */
const REWRITES: ReadonlySet<LiveEvent['kind']> = new Set(['comment.edited', 'comment.redacted']);

/** One ticket is read sooner than a list. */
const GAP_MS = 300;

/** A reply or a note of somebody else, which came while the reader was writing his own. */
export interface Arrival {
  readonly commentId: string;
  readonly name: string;
  readonly internal: boolean;
}

/** Lets the ticket that is shown change by itself, says so, and remembers what came while its reader was writing. */
@Service({ autoProvided: false })
export class TicketLive {
  private readonly open = inject(OpenTicket);
  private readonly session = inject(Session);
  private readonly drafts = inject(Drafts);
  private readonly live = inject(Live);
  private readonly dialog = inject(MatDialog);
  private readonly announcer = inject(LiveAnnouncer);
  private readonly refresh = new PacedRefresh(() => this.catchUp(), GAP_MS);
  private isRewritten = false;
  private readonly toSay: string[] = [];

  private readonly unread = linkedSignal<string, readonly Arrival[]>({
    source: () => this.open.id(),
    computation: () => [],
  });
  /** Until he has read them or sent his own. */
  readonly arrivals = this.unread.asReadonly();

  constructor() {
    this.live.events
      .pipe(
        filter((event) => ticketIdOf(event) === this.open.id()),
        takeUntilDestroyed(),
      )
      .subscribe((event) => {
        this.hear(event);
      });
    this.live.reset.pipe(takeUntilDestroyed()).subscribe(() => {
      this.isRewritten = true;
      this.refresh.ask();
    });
    effect(() => {
      // What could not be read while there was no connection.
      if (this.live.isConnected() && untracked(this.open.error)) this.open.reload();
    });
  }

  seen(): void {
    this.unread.set([]);
  }

  private hear(event: LiveEvent): void {
    this.isRewritten ||= REWRITES.has(event.kind);
    if (event.actor?.id !== this.session.me()?.id) this.note(event);
    // What is in the bin is still there for admins.
    if (event.ticket !== null || this.session.may('ticket.restore')) this.refresh.ask();
    else this.leave();
  }

  private note(event: LiveEvent): void {
    const words = eventWords(event, this.open.reader());
    if (words !== null) this.toSay.push(words);
    const { commentId, internal } = event.payload;
    if (event.kind !== 'comment.added' || typeof commentId !== 'string' || !this.isWriting()) return;
    const arrival = { commentId, name: event.actor?.name ?? '', internal: internal === true };
    this.unread.update((arrivals) => [...arrivals, arrival]);
  }

  private leave(): void {
    this.open.lose();
    this.say();
  }

  private say(): void {
    const words = this.toSay.splice(0);
    if (words.length > 0) void this.announcer.announce(words.join('. '), 'polite');
  }

  private isWriting(): boolean {
    const id = this.open.id();
    return (['reply', 'note'] as const).some((kind) => this.drafts.of(commentDraftName(id, kind)).text().trim() !== '');
  }

  private async catchUp(): Promise<void> {
    const isRewritten = this.isRewritten;
    this.isRewritten = false;
    const before = this.open.ticket();
    try {
      await this.open.follow(isRewritten);
    } catch (error) {
      if (asProblem(error).code === 'not_found') this.open.lose();
      this.isRewritten ||= isRewritten;
      throw error;
    }
    // Only what is shown is said.
    if (this.toSay.length > 0) this.warn(before);
    this.say();
  }

  /** Whoever is about to decide something in a dialog sees that it lies upon another ground now. */
  private warn(before: Ticket | undefined): void {
    const now = this.open.ticket();
    if (!before || !now || now.version === before.version || this.dialog.openDialogs.length === 0) return;
    this.open.surprise.set(whatChanged(before, now, this.open.reader()));
  }
}
