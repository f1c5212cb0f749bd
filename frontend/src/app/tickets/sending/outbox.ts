import { inject, Service, type Signal, signal, type WritableSignal } from '@angular/core';
import { type Draft, Drafts } from '../model/drafts';
import { type Outgoing, outgoingIn } from './outgoing';

/** Where one of them is, and why it went no further. */
export type Progress =
  | { readonly state: 'sending' }
  | { readonly state: 'sent'; readonly commentId: string }
  /** `waits`: for the connection, and goes by itself once that is back. */
  | { readonly state: 'failed'; readonly failure: string; readonly waits: boolean };

export type OutboxEntry = Outgoing & Progress;

/** What was sent off for one ticket and is not in its conversation yet, kept in this browser until it has arrived. */
export class Outbox {
  private readonly list: WritableSignal<readonly OutboxEntry[]>;
  readonly entries: Signal<readonly OutboxEntry[]>;

  constructor(
    readonly ticketId: string,
    private readonly kept: Draft,
  ) {
    const failure = $localize`This page was left before it arrived.`;
    // Made with its value: an outbox is asked for within computations, which must not write to a signal.
    this.list = signal(outgoingIn(kept.text()).map((each) => ({ ...each, state: 'failed', failure, waits: false })));
    this.entries = this.list.asReadonly();
  }

  add(outgoing: Outgoing): void {
    this.list.update((list) => [...list, { ...outgoing, state: 'sending' }]);
    this.keep();
  }

  mark(key: string, progress: Progress): void {
    this.list.update((list) => list.map((each) => (each.key === key ? { ...each, ...progress } : each)));
    this.keep();
  }

  /** It goes without the status that it was to bring. */
  dropWish(key: string): void {
    this.list.update((list) => list.map((each) => (each.key === key ? { ...each, wish: null } : each)));
    this.keep();
  }

  remove(key: string): void {
    this.list.update((list) => list.filter((each) => each.key !== key));
    this.keep();
  }

  private keep(): void {
    const open = this.list().filter(({ state }) => state !== 'sent');
    const outgoing = open.map(({ key, at, body, internal, attachments, wish }): Outgoing => ({
      key,
      at,
      body,
      internal,
      attachments,
      wish,
    }));
    this.kept.write(outgoing.length === 0 ? '' : JSON.stringify(outgoing));
  }
}

/** The outboxes of whoever is signed in. What is under way goes on while its page is left. */
@Service()
export class Outboxes {
  private readonly drafts = inject(Drafts);
  private readonly opened = new Map<Draft, Outbox>();

  /** The same outbox wherever it is asked for. */
  of(ticketId: string): Outbox {
    const kept = this.drafts.of(`ticket:${ticketId}:outgoing`);
    const known = this.opened.get(kept);
    if (known) return known;
    const outbox = new Outbox(ticketId, kept);
    this.opened.set(kept, outbox);
    return outbox;
  }
}
