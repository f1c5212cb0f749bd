import { effect, inject, onIdle, Service, signal, untracked } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { merge, Subject, throttleTime } from 'rxjs';
import { filter } from 'rxjs/operators';
import { Connection } from '../connection';
import { PageVisible } from '../page-visible';
import { Session } from '../session';
import { EventStream, type StreamReader } from './event-stream';
import type { LiveEvent, PresenceNews, StreamMessage } from './live-event';
import { SharedStream, type StreamSource } from './shared-stream';

/** Shorter gaps close by themselves before anybody would read of them. */
const LOST_AFTER_MS = 3_000;
const DOUBT_EVERY_MS = 5_000;
/** After a change of hands among the tabs the same entry may come once more. */
const REMEMBERED_ENTRIES = 200;

/**
 * Whatever happens, as soon as it happened, for all pages of this tab. Signed out there is no stream; where the browser
 * cannot share one among its tabs, each tab that is looked at has its own.
 */
@Service()
export class Live {
  private readonly session = inject(Session);
  private readonly page = inject(PageVisible);
  private readonly connection = inject(Connection);
  private readonly personId = this.session.listenerId;
  private readonly canShare = typeof navigator.locks === 'object' && typeof BroadcastChannel !== 'undefined';

  private readonly entries = new Subject<LiveEvent>();
  private readonly presences = new Subject<PresenceNews>();
  private readonly resets = new Subject<void>();
  private readonly greetings = new Subject<void>();
  private readonly isPageThere = signal(false);
  private readonly open = signal(false);
  private readonly lost = signal(false);
  private losing: ReturnType<typeof setTimeout> | undefined;
  private token = '';
  private tokenOf = '';
  private readonly seen = new Set<string>();

  readonly events = this.entries.asObservable();
  readonly presence = this.presences.asObservable();
  /** What is shown may lack something: read it again. */
  readonly reset = this.resets.asObservable();
  /** A stream began: what is bound to one, such as being present, must be said again. */
  readonly begun = this.greetings.asObservable();
  readonly isConnected = this.open.asReadonly();
  /** For so long that its reader should know. */
  readonly isLost = this.lost.asReadonly();

  constructor() {
    if (typeof EventSource === 'undefined') return;
    // What somebody came for comes first; what happens until then is caught up with.
    void onIdle().then(() => {
      this.isPageThere.set(true);
    });
    let source: StreamSource | null = null;
    effect((onCleanup) => {
      const personId = this.personId();
      if (personId === undefined || !this.isPageThere() || (!this.canShare && !this.page.isVisible())) return;
      source = untracked(() => this.openFor(personId));
      onCleanup(() => {
        source?.close();
        source = null;
        this.rest();
      });
    });
    merge(
      this.connection.cameBack,
      this.connection.doubts.pipe(
        filter(() => this.open()),
        throttleTime(DOUBT_EVERY_MS),
      ),
    )
      .pipe(takeUntilDestroyed())
      .subscribe(() => source?.retry());
  }

  private openFor(personId: string): StreamSource {
    // A place in the stream is its reader's own.
    if (this.tokenOf !== personId) this.token = '';
    this.tokenOf = personId;
    const reader: StreamReader & { readOn(token: string): void } = {
      lastToken: () => this.token,
      readOn: (token) => {
        if (token !== '') this.token = token;
      },
      hear: (message) => {
        this.hear(message);
      },
      follow: (isOpen) => {
        this.follow(isOpen);
      },
      mayGoOn: async () => {
        // The browser says when there is a network again; and a sign-out ends the stream before it is answered.
        if (!this.connection.isOnline() || this.session.isLeaving()) return false;
        await this.session.load();
        return this.personId() === personId;
      },
    };
    return this.canShare ? new SharedStream(navigator.locks, personId, reader) : new EventStream(reader);
  }

  private hear({ name, token, data }: StreamMessage): void {
    const isFirst = this.token === '';
    if (token !== '') this.token = token;
    if (name === 'reset') this.resets.next();
    else if (name === 'ready') {
      // The pages asked before anybody listened for changes: between the two something may have happened.
      if (isFirst) this.resets.next();
      this.greetings.next();
    } else if (name === 'presence') this.presences.next(JSON.parse(data) as PresenceNews);
    else this.tell(JSON.parse(data) as LiveEvent);
  }

  private tell(event: LiveEvent): void {
    if (this.seen.has(event.id)) return;
    this.seen.add(event.id);
    const [oldest] = this.seen;
    if (this.seen.size > REMEMBERED_ENTRIES && oldest !== undefined) this.seen.delete(oldest);
    this.entries.next(event);
  }

  private follow(isOpen: boolean): void {
    this.open.set(isOpen);
    if (isOpen) {
      clearTimeout(this.losing);
      this.losing = undefined;
      this.lost.set(false);
    } else
      this.losing ??= setTimeout(() => {
        this.lost.set(true);
      }, LOST_AFTER_MS);
  }

  /** Nobody wants it now, which is no loss. */
  private rest(): void {
    clearTimeout(this.losing);
    this.losing = undefined;
    this.open.set(false);
    this.lost.set(false);
  }
}
