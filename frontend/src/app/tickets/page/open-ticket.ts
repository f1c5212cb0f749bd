import { httpResource } from '@angular/common/http';
import { computed, effect, inject, linkedSignal, Service, signal, untracked } from '@angular/core';
import { isStaffRole, mayAssign, mayNote, mayReply, standingOn, nextStatuses } from '@deskhand/shared';
import type { PageOf } from '../../platform/page-of';
import { Session } from '../../platform/session';
import { factsOf } from '../model/facts-of';
import type { Activity, AddedComment, Comment, CommentKind, StatusChange, Ticket } from '../model/ticket';
import { presentTicketIn, TicketApi, ticketUrl } from '../model/ticket-api';
import { GrowingList } from './growing-list';
import { timelineOf } from './timeline';
import { whatChanged } from './what-changed';

/** Five hundred entries come by themselves; whoever wants more of a ticket that long asks for them. */
const PAGES_AT_ONCE = 5;

/** `out-of-date`: somebody was faster; the ticket shown now is the present one. */
export type ChangeResult = 'done' | 'out-of-date';

/** The ticket that a page shows, with its conversation, and everything that its reader may do to it. */
@Service({ autoProvided: false })
export class OpenTicket {
  private readonly api = inject(TicketApi);
  private readonly session = inject(Session);

  readonly id = signal('');
  private readonly answer = httpResource<Ticket>(() => (this.id() === '' ? undefined : ticketUrl(this.id())));
  /** Kept while it is asked for again; never that of another address. */
  private readonly shown = linkedSignal<{ id: string; fresh: Ticket | undefined }, Ticket | undefined>({
    source: () => ({ id: this.id(), fresh: this.answer.hasValue() ? this.answer.value() : undefined }),
    computation: ({ id, fresh }, former) => fresh ?? (former?.source.id === id ? former.value : undefined),
  });
  readonly ticket = this.shown.asReadonly();
  readonly error = this.answer.error;

  private readonly comments = linkedSignal(() => this.listOf<Comment>((id, cursor) => this.api.comments(id, cursor)));
  private readonly activity = linkedSignal(() => this.listOf<Activity>((id, cursor) => this.api.activity(id, cursor)));
  readonly conversationError = signal<unknown>(null);
  readonly isReadingOn = signal(false);
  readonly isConversationRead = computed(() => this.comments().isRead() && this.activity().isRead());
  readonly hasMore = computed(() => this.comments().hasMore() || this.activity().hasMore());

  /** Counts how often somebody asked to write; the composer takes the focus each time. */
  readonly wishesToWrite = signal(0);
  /** What changed under the reader's hands, in words, until he has seen it. */
  readonly surprise = signal<string | null>(null);

  /** Whoever sees it as staff reads of the requester in the third person. */
  readonly reader = computed(() => (this.standing() === 'staff' ? 'staff' : 'requester'));
  readonly seesInternal = computed(() => isStaffRole(this.actor().role));
  private readonly actor = computed(() => {
    const me = this.session.me();
    return { id: me?.id ?? '', role: me?.role ?? ('employee' as const) };
  });
  private readonly facts = computed(() => {
    const ticket = this.ticket();
    return ticket && factsOf(ticket);
  });
  private readonly standing = computed(() => {
    const facts = this.facts();
    return facts ? standingOn(this.actor(), facts) : null;
  });
  readonly next = computed(() => {
    const facts = this.facts();
    return facts ? nextStatuses(this.actor(), facts) : [];
  });
  readonly mayAssign = computed(() => this.allows(mayAssign));
  readonly mayReply = computed(() => this.allows(mayReply));
  readonly mayNote = computed(() => this.allows(mayNote));
  readonly timeline = computed(() => {
    const [comments, activity] = [this.comments(), this.activity()];
    return timelineOf(
      { items: comments.items(), hasMore: comments.hasMore() },
      { items: activity.items(), hasMore: activity.hasMore() },
      this.reader(),
    );
  });

  constructor() {
    effect(() => {
      if (this.id() === '') return;
      this.comments();
      untracked(() => {
        this.surprise.set(null);
        void this.readOn();
      });
    });
  }

  async readOn(): Promise<void> {
    this.conversationError.set(null);
    this.isReadingOn.set(true);
    try {
      await Promise.all([this.comments().readOn(PAGES_AT_ONCE), this.activity().readOn(PAGES_AT_ONCE)]);
    } catch (error) {
      this.conversationError.set(error);
    } finally {
      this.isReadingOn.set(false);
    }
  }

  reload(): void {
    this.answer.reload();
    void this.readOn();
  }

  /** @throws Problem, unless somebody was merely faster */
  changeStatus(change: StatusChange): Promise<ChangeResult> {
    return this.change((id, version) => this.api.changeStatus(id, version, change));
  }

  /** @throws Problem, unless somebody was merely faster */
  assign(assigneeId: string | null): Promise<ChangeResult> {
    return this.change((id, version) => this.api.assign(id, version, assigneeId));
  }

  /** What was written goes with any version, so nobody can be faster. @throws Problem */
  async comment(kind: CommentKind, body: string): Promise<AddedComment> {
    const added = await this.api.addComment(this.id(), kind, body);
    // It is sent; that the page could not be brought up to date must not look as if it were not.
    await this.api.read(this.id()).then(
      (present) => this.catchUp(present),
      () => undefined,
    );
    return added;
  }

  private async change(make: (id: string, version: number) => Promise<Ticket>): Promise<ChangeResult> {
    const before = this.ticket();
    if (!before) return 'out-of-date';
    this.surprise.set(null);
    try {
      await this.catchUp(await make(before.id, before.version));
      return 'done';
    } catch (error) {
      const present = presentTicketIn(error);
      if (!present) throw error;
      await this.catchUp(present);
      this.surprise.set(whatChanged(before, present, this.reader()));
      return 'out-of-date';
    }
  }

  /** Shows the ticket as it is now, with what was added to its conversation. */
  private async catchUp(present: Ticket): Promise<void> {
    this.shown.set(present);
    const ends = [this.comments().refreshEnd(), this.activity().refreshEnd()];
    // The change itself is done: that its line is missing until the next reload is no reason to report a failure.
    await Promise.allSettled(ends);
  }

  private allows(rule: typeof mayReply): boolean {
    const facts = this.facts();
    return facts !== undefined && rule(this.actor(), facts) === 'yes';
  }

  private listOf<T>(read: (id: string, cursor: string | null) => Promise<PageOf<T>>): GrowingList<T> {
    const id = this.id();
    return new GrowingList<T>((cursor) => read(id, cursor));
  }
}
