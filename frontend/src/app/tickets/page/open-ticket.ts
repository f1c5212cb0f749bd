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
import { Session } from '../../platform/session';
import { commentFactsOf, factsOf } from '../model/facts-of';
import type { Comment, CommentKind, StatusChange, Ticket, TicketEdit } from '../model/ticket';
import { TicketApi, ticketUrl } from '../model/ticket-api';
import { Undo } from '../model/undo';
import { type ChangeResult, type ChangeWords, TicketChanges } from './ticket-changes';
import { TicketConversation } from './ticket-conversation';

/** Asked for by a button or a key: to write, and which of both. */
interface WritingWish {
  readonly kind: CommentKind;
}

/** The ticket that a page shows, with its conversation, and everything that its reader may do to it. */
@Service({ autoProvided: false })
export class OpenTicket {
  private readonly api = inject(TicketApi);
  private readonly session = inject(Session);
  private readonly undo = inject(Undo);

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

  private readonly wish = linkedSignal<string, WritingWish | null>({ source: this.id, computation: () => null });
  /** The composer takes the focus with each. */
  readonly wishToWrite = this.wish.asReadonly();

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

  private readonly changes = new TicketChanges({
    ticket: this.ticket,
    reader: this.reader,
    show: (ticket) => {
      if (ticket.id === this.id()) this.shown.set(ticket);
    },
    catchUp: (ticket) => this.catchUp(ticket),
  });
  readonly surprise = this.changes.surprise;
  readonly refused = this.changes.refused.asReadonly();

  constructor() {
    effect(() => {
      if (this.id() === '') return;
      const conversation = this.conversation();
      untracked(() => {
        this.understood();
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

  /** Begins a reply or a note. */
  write(kind: CommentKind = 'reply'): void {
    this.wish.set({ kind });
  }

  /** What changed under the hands is seen. */
  understood(): void {
    this.changes.understood();
  }

  /** @param key under which it is done once, with its comment. @throws Problem, unless somebody was merely faster */
  changeStatus(change: StatusChange, words: ChangeWords, key?: string): Promise<ChangeResult> {
    return this.changes.make(({ id, version }) => this.api.changeStatus(id, version, change, key), words);
  }

  /** @throws Problem, unless somebody was merely faster */
  assign(assigneeId: string | null, words: ChangeWords): Promise<ChangeResult> {
    return this.changes.make(({ id, version }) => this.api.assign(id, version, assigneeId), words);
  }

  /**
   * @param expected what is shown meanwhile, and taken back if it fails
   * @throws Problem, unless somebody was merely faster
   */
  edit(edit: TicketEdit, words: ChangeWords, expected?: Partial<Ticket>): Promise<ChangeResult> {
    return this.changes.make(({ id, version }) => this.api.edit(id, version, edit), words, expected);
  }

  /** Into the bin. @throws Problem, unless somebody was merely faster */
  delete(): Promise<ChangeResult> {
    return this.changes.inTurn(async (before) => {
      await this.api.delete(before.id, before.version);
      const deleted = { ...before, deletedAt: new Date().toISOString() };
      if (before.id === this.id()) this.shown.set(deleted);
      this.undo.offer($localize`Ticket #${before.number}:number: deleted.`, before);
    });
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
    return this.changes.next(async () => {
      const [id, conversation] = [this.id(), this.conversation()];
      const present = await this.api.read(id, false);
      if (id !== this.id()) return;
      this.shown.set(present);
      await conversation.refresh(isRewritten);
    });
  }

  /** It was deleted, or is not for its reader's eyes any more. */
  lose(): void {
    this.lost.set(true);
    this.shown.set(undefined);
  }

  /** Shows the ticket as it is now, with what was added to its conversation. */
  private async catchUp(present: Ticket): Promise<void> {
    if (present.id !== this.id()) return;
    this.shown.set(present);
    await this.conversation().catchUp();
  }

  /** It is sent; that the page could not be brought up to date must not look as if it were not. */
  async catchUpFromServer(): Promise<void> {
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
