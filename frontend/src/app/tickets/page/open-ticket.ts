import { httpResource } from '@angular/common/http';
import { computed, effect, inject, linkedSignal, Service, signal, untracked } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import {
  isStaffRole,
  mayAssign,
  mayDelete,
  mayEdit,
  type mayEditComment,
  mayNote,
  mayReply,
  mayRestoreOrPurge,
  maySetPriority,
  nextStatuses,
  standingOn,
} from '@deskhand/shared';
import { Notices } from '../../platform/notices';
import { Session } from '../../platform/session';
import { commentFactsOf, factsOf } from '../model/facts-of';
import type { AddedComment, Comment, NewCommentBody, StatusChange, Ticket, TicketEdit } from '../model/ticket';
import { presentTicketIn, TicketApi, ticketUrl } from '../model/ticket-api';
import { Undo } from '../model/undo';
import { TicketConversation } from './ticket-conversation';
import { whatChanged } from './what-changed';

/** `out-of-date`: somebody was faster; the ticket shown now is the present one. */
export type ChangeResult = 'done' | 'out-of-date';

/** The ticket that a page shows, with its conversation, and everything that its reader may do to it. */
@Service({ autoProvided: false })
export class OpenTicket {
  private readonly api = inject(TicketApi);
  private readonly session = inject(Session);
  private readonly notices = inject(Notices);
  private readonly undo = inject(Undo);
  /** Changes go one after the other, each from the version that the one before it left. */
  private underWay: Promise<unknown> = Promise.resolve();

  readonly id = signal('');
  private readonly answer = httpResource<Ticket>(() => (this.id() === '' ? undefined : ticketUrl(this.id())));
  /** Kept while it is asked for again; never that of another address. */
  private readonly shown = linkedSignal<{ id: string; fresh: Ticket | undefined }, Ticket | undefined>({
    source: () => ({ id: this.id(), fresh: this.answer.hasValue() ? this.answer.value() : undefined }),
    computation: ({ id, fresh }, former) => fresh ?? (former?.source.id === id ? former.value : undefined),
  });
  readonly ticket = this.shown.asReadonly();
  readonly error = this.answer.error;
  private readonly lost = linkedSignal({ source: this.id, computation: () => false });
  /** Its reader may see it no more. */
  readonly isLost = this.lost.asReadonly();

  readonly conversation = linkedSignal(() => new TicketConversation(this.api, this.id()));

  /** Counts how often somebody asked to write; the composer takes the focus each time. */
  readonly wishesToWrite = signal(0);
  /** What changed under the reader's hands, in words, until he has seen it. */
  readonly surprise = signal<string | null>(null);

  /** Staff and those who watch read of the requester in the third person. */
  readonly reader = computed(() => (['staff', 'watcher'].includes(this.standing() ?? '') ? 'staff' : 'requester'));
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
  // Rows know roles only; whoever has not confirmed his address may do less than his role.
  readonly next = computed(() => {
    const facts = this.facts();
    return facts && this.session.may('ticket.change-status') ? nextStatuses(this.actor(), facts) : [];
  });
  readonly mayAssign = computed(() => this.allows(mayAssign));
  readonly mayEdit = computed(() => this.session.may('ticket.edit') && this.allows(mayEdit));
  readonly maySetPriority = computed(() => this.allows(maySetPriority));
  readonly mayDelete = computed(() => this.session.may('ticket.delete') && this.allows(mayDelete));
  readonly mayRestoreOrPurge = computed(() => this.allows(mayRestoreOrPurge));
  readonly mayReply = computed(() => this.session.may('comment.reply') && this.allows(mayReply));
  readonly mayNote = computed(() => this.allows(mayNote));
  readonly timeline = computed(() => this.conversation().timelineFor(this.reader()));

  constructor() {
    effect(() => {
      if (this.id() === '') return;
      const conversation = this.conversation();
      untracked(() => {
        this.surprise.set(null);
        void conversation.readOn();
      });
    });
    this.undo.done.pipe(takeUntilDestroyed()).subscribe((ticket) => {
      if (ticket === null) this.reload();
      else if (ticket.id === this.id()) void this.catchUp(ticket);
    });
  }

  reload(): void {
    this.answer.reload();
    void this.conversation().readOn();
  }

  /** The server knows that the reader has looked at it. */
  looked(id: string): void {
    this.shown.update((ticket) => (ticket?.id === id ? { ...ticket, unread: false } : ticket));
  }

  /** @param said once it is done. @throws Problem, unless somebody was merely faster */
  changeStatus(change: StatusChange, said: string): Promise<ChangeResult> {
    return this.change((id, version) => this.api.changeStatus(id, version, change), said);
  }

  /** @param said once it is done. @throws Problem, unless somebody was merely faster */
  assign(assigneeId: string | null, said: string): Promise<ChangeResult> {
    return this.change((id, version) => this.api.assign(id, version, assigneeId), said);
  }

  /**
   * @param said once it is done
   * @param expected what is shown meanwhile, and taken back if it fails
   * @throws Problem, unless somebody was merely faster
   */
  edit(edit: TicketEdit, said: string, expected: Partial<Ticket> = {}): Promise<ChangeResult> {
    return this.change((id, version) => this.api.edit(id, version, edit), said, expected);
  }

  /** Into the bin. @throws Problem, unless somebody was merely faster */
  delete(): Promise<ChangeResult> {
    return this.inTurn(async (before) => {
      await this.api.delete(before.id, before.version);
      this.shown.set({ ...before, deletedAt: new Date().toISOString() });
      this.undo.offer($localize`Ticket #${before.number}:number: deleted.`, before);
    });
  }

  /**
   * What was written goes with any version, so nobody can be faster.
   *
   * @param key under which it is added once
   * @throws Problem
   */
  async comment(comment: NewCommentBody, key: string): Promise<AddedComment> {
    const added = await this.api.addComment(this.id(), comment, key);
    await this.catchUpFromServer();
    return added;
  }

  /** Changes one of its comments. @throws Problem */
  async changeComment(change: (api: TicketApi, ticketId: string) => Promise<Comment>): Promise<void> {
    const changed = await change(this.api, this.id());
    await this.conversation().show(changed);
    await this.catchUpFromServer();
  }

  /** Whether the rule lets the reader do it to that comment at that time. */
  allowsOn(rule: typeof mayEditComment, comment: Comment, now: number): boolean {
    return this.allows((actor, ticket) => rule(actor, ticket, commentFactsOf(comment, now)));
  }

  /**
   * Somebody else did something: shows it, once what the reader himself does is through.
   *
   * @param isRewritten whether texts further up changed as well
   * @throws Problem
   */
  follow(isRewritten: boolean): Promise<void> {
    const turn = this.underWay.then(async () => {
      const [id, conversation] = [this.id(), this.conversation()];
      const present = await this.api.read(id, false);
      if (id !== this.id()) return;
      this.shown.set(present);
      await conversation.refresh(isRewritten);
    });
    this.underWay = turn.catch(() => undefined);
    return turn;
  }

  /** It was deleted, or is not for its reader's eyes any more. */
  lose(): void {
    this.lost.set(true);
    this.shown.set(undefined);
  }

  private change(
    make: (id: string, version: number) => Promise<Ticket>,
    said: string,
    expected: Partial<Ticket> = {},
  ): Promise<ChangeResult> {
    return this.inTurn(async (before) => {
      this.shown.set({ ...before, ...expected });
      const present = await make(before.id, before.version);
      // What was so already is no change, and undoing would take back something else.
      if (present.version > before.version) this.undo.offer(said, present);
      else this.notices.say(said);
      await this.catchUp(present);
    });
  }

  private inTurn(work: (before: Ticket) => Promise<void>): Promise<ChangeResult> {
    const turn = this.underWay.then(() => this.attempt(work));
    this.underWay = turn.catch(() => undefined);
    return turn;
  }

  private async attempt(work: (before: Ticket) => Promise<void>): Promise<ChangeResult> {
    const before = this.ticket();
    if (!before) return 'out-of-date';
    this.surprise.set(null);
    try {
      await work(before);
      return 'done';
    } catch (error) {
      this.shown.set(before);
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
    await this.conversation().catchUp();
  }

  /** It is sent; that the page could not be brought up to date must not look as if it were not. */
  private async catchUpFromServer(): Promise<void> {
    await this.api.read(this.id()).then(
      (present) => this.catchUp(present),
      () => undefined,
    );
  }

  private allows(rule: typeof mayReply): boolean {
    const facts = this.facts();
    return facts !== undefined && rule(this.actor(), facts) === 'yes';
  }
}
