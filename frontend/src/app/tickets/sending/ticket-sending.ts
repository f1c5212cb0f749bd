import { computed, effect, inject, Service, untracked } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { MatDialog } from '@angular/material/dialog';
import { firstValueFrom, merge } from 'rxjs';
import { Connection } from '../../platform/connection';
import { Live } from '../../platform/live/live';
import { Notices } from '../../platform/notices';
import { asProblem } from '../../platform/problem';
import { Session } from '../../platform/session';
import { fileFaultIn, filesIn } from '../attachments/upload-list';
import { Uploads } from '../attachments/uploads';
import { commentDraftName, reasonDraftName } from '../model/draft-names';
import { Drafts, newKey } from '../model/drafts';
import { TicketApi } from '../model/ticket-api';
import { OpenTicket } from '../page/open-ticket';
import type { StatusAction } from '../page/status-action';
import { StatusDialog, type StatusQuestion } from '../page/status-dialog';
import { dialogWords } from '../page/status-dialog-words';
import type { Outgoing, StatusWish } from './outgoing';
import { type Outbox, type OutboxEntry, Outboxes } from './outbox';
import { sentAndWords, sentWords } from './send-words';

/** How often something goes by itself: what is lost each time is not lost for want of a connection. */
const TRIES = 3;

/**
 * Sends what was written on the ticket that is shown. It stands in the conversation at once, and until it has arrived it
 * can be sent again or taken back: no text is ever lost.
 */
@Service({ autoProvided: false })
export class TicketSending {
  private readonly api = inject(TicketApi);
  private readonly open = inject(OpenTicket);
  private readonly session = inject(Session);
  private readonly drafts = inject(Drafts);
  private readonly uploads = inject(Uploads);
  private readonly notices = inject(Notices);
  private readonly dialog = inject(MatDialog);
  private readonly outboxes = inject(Outboxes);
  private readonly outbox = computed(() => this.outboxes.of(this.open.id()));
  private readonly shown = computed(() => new Set(this.open.timeline().map(({ id }) => id)));
  /** What the conversation showed when each was sent off. */
  private readonly before = new Map<string, ReadonlySet<string>>();
  /** How often each went by itself. */
  private readonly tries = new Map<string, number>();
  /** Those that the conversation does not show itself. */
  readonly entries = computed(() =>
    this.outbox()
      .entries()
      .filter((entry) => !this.isShown(entry) && !this.cameAhead(entry)),
  );

  constructor() {
    effect(() => {
      const arrived = this.outbox()
        .entries()
        .filter((entry) => this.isShown(entry));
      untracked(() => {
        for (const { key } of arrived) this.outbox().remove(key);
      });
    });
    merge(inject(Live).begun, inject(Connection).cameBack)
      .pipe(takeUntilDestroyed())
      .subscribe(() => {
        for (const entry of this.outbox().entries()) if (entry.state === 'failed' && entry.waits) this.goAgain(entry);
      });
  }

  send(comment: Omit<Outgoing, 'key' | 'at'>): void {
    const outgoing = { ...comment, key: newKey(), at: new Date().toISOString() };
    this.before.set(outgoing.key, this.shown());
    this.outbox().add(outgoing);
    void this.deliver(this.outbox(), outgoing);
  }

  retry(entry: OutboxEntry): void {
    this.outbox().mark(entry.key, { state: 'sending' });
    void this.deliver(this.outbox(), entry);
  }

  private goAgain(entry: OutboxEntry): void {
    this.tries.set(entry.key, this.triesOf(entry.key) + 1);
    this.retry(entry);
  }

  private triesOf(key: string): number {
    return this.tries.get(key) ?? 0;
  }

  /** What was written goes, and the status stays as it is. */
  retryWithoutStatus(entry: OutboxEntry): void {
    this.outbox().dropWish(entry.key);
    this.retry({ ...entry, wish: null });
  }

  /** Back into the field, above what was begun there meanwhile. */
  takeBack({ key, body, internal, attachments }: OutboxEntry): void {
    const kind = internal ? 'note' : 'reply';
    const name = commentDraftName(this.open.id(), kind);
    const draft = this.drafts.of(name);
    draft.write([body, draft.text()].filter((text) => text.trim() !== '').join('\n\n'));
    this.uploads.of(name).adopt(attachments);
    this.outbox().remove(key);
    this.open.write(kind);
  }

  /** Asks for what a status needs besides the reply: a reason, or a yes. Null where somebody thinks better of it. */
  async wishFor(action: StatusAction): Promise<StatusWish | null> {
    const { status, ask } = action;
    if (ask === null || ask === 'comment') return { status };
    let wish: StatusWish | null = null;
    const data: StatusQuestion = {
      ...{ status, ask, takesFiles: false, draftName: reasonDraftName(this.open.id()) },
      words: computed(() => {
        const ticket = this.open.ticket();
        return ticket ? dialogWords(action, ticket) : null;
      }),
      surprise: this.open.surprise,
      isPossible: computed(() => this.open.next().includes(status)),
      send: ({ reason }) => {
        wish = { status, ...(reason === undefined ? {} : { reason }) };
        return Promise.resolve(true);
      },
    };
    const shown = this.dialog.open<StatusDialog, StatusQuestion, boolean>(StatusDialog, {
      ...{ data, width: '520px', maxWidth: '94vw' },
    });
    await firstValueFrom(shown.afterClosed());
    return wish;
  }

  private isShown(entry: OutboxEntry): boolean {
    return entry.state === 'sent' && this.shown().has(entry.commentId);
  }

  /** All pages are told of it as soon as it is written, this one too: sooner than by its answer at times. */
  private cameAhead({ key, state, body }: OutboxEntry): boolean {
    const [before, me] = [this.before.get(key), this.session.me()?.id];
    if (state !== 'sending' || !before) return false;
    return this.open
      .timeline()
      .some(
        (entry) =>
          entry.type === 'comment' &&
          !before.has(entry.id) &&
          entry.comment.author.id === me &&
          entry.comment.body.trim() === body.trim(),
      );
  }

  private async deliver(outbox: Outbox, outgoing: Outgoing): Promise<void> {
    const { key, wish } = outgoing;
    try {
      if (wish === null) await this.comment(outbox, outgoing);
      else await this.changeStatus(outbox, outgoing, wish);
    } catch (error) {
      const waits = asProblem(error).code === 'unreachable' && this.triesOf(key) < TRIES;
      const failure = waits
        ? $localize`There is no connection. It goes by itself once that is back.`
        : (fileFaultIn(error) ?? asProblem(error).words);
      outbox.mark(key, { state: 'failed', failure, waits });
    }
  }

  private async comment(outbox: Outbox, { key, body, internal, attachments }: Outgoing): Promise<void> {
    const before = this.open.ticket();
    const files = filesIn(attachments.map(({ id }) => id));
    const added = await this.api.addComment(outbox.ticketId, { body, internal, ...files }, key);
    outbox.mark(key, { state: 'sent', commentId: added.id });
    if (before) this.notices.say(sentWords(before, added));
    if (this.open.id() === outbox.ticketId) await this.open.catchUpFromServer();
  }

  /** Where somebody changed the ticket meanwhile, it is shown as it is now, and the reply waits for another decision. */
  private async changeStatus(outbox: Outbox, outgoing: Outgoing, wish: StatusWish): Promise<void> {
    const { key, body, attachments } = outgoing;
    const change = { ...wish, comment: body, ...filesIn(attachments.map(({ id }) => id)) };
    const words = { said: sentAndWords(wish.status, this.open.ticket()?.number ?? 0) };
    if ((await this.open.changeStatus(change, words, key)) === 'done') {
      outbox.remove(key);
      return;
    }
    const failure = this.open.surprise() ?? $localize`Somebody changed this ticket a moment ago.`;
    this.open.understood();
    outbox.mark(key, { state: 'failed', failure, waits: false });
  }
}
