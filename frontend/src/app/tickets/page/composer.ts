import {
  afterRenderEffect,
  Component,
  computed,
  DOCUMENT,
  ElementRef,
  inject,
  linkedSignal,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatButtonToggle, MatButtonToggleGroup } from '@angular/material/button-toggle';
import { MatIcon } from '@angular/material/icon';
import { MatDialog } from '@angular/material/dialog';
import { statusAfterReply } from '@deskhand/shared';
import { firstValueFrom } from 'rxjs';
import { asProblem } from '../../platform/problem';
import { onShortcuts } from '../../platform/shortcuts/shortcuts';
import { isConfirmed } from '../../ui/confirm-dialog';
import { isFocusWithin } from '../../ui/where-the-focus-is';
import { AttachmentPicker } from '../attachments/attachment-picker';
import { Uploads } from '../attachments/uploads';
import { ComposerNews } from '../live/composer-news';
import { TicketLive } from '../live/ticket-live';
import { TicketPresence } from '../live/ticket-presence';
import { commentDraftName } from '../model/draft-names';
import { Drafts } from '../model/drafts';
import type { CommentKind } from '../model/ticket';
import { SendMenu } from '../sending/send-menu';
import { TicketSending } from '../sending/ticket-sending';
import { type FilledSnippet, TicketSnippets } from '../snippets/ticket-snippets';
import { CommentField } from './comment-field';
import { wrongIn } from './comment-rules';
import { OpenTicket } from './open-ticket';
import { type StatusAction, statusAction } from './status-action';

/** A second click of the same hand is no second sending. */
const SETTLING_MS = 500;

/** Where people write: a reply, or for staff an internal note, which looks, reads and is sent differently. */
@Component({
  selector: 'dh-composer',
  imports: [
    ...[AttachmentPicker, CommentField, ComposerNews, MatButton, MatButtonToggle, MatButtonToggleGroup, MatIcon],
    SendMenu,
  ],
  host: { '[class.note]': "kind() === 'note'" },
  templateUrl: './composer.html',
  styleUrls: ['./writing-box.scss', './composer.scss'],
})
export class Composer {
  private readonly open = inject(OpenTicket);
  private readonly drafts = inject(Drafts);
  private readonly dialog = inject(MatDialog);
  private readonly document = inject(DOCUMENT);
  private readonly sending = inject(TicketSending);
  private readonly snippets = inject(TicketSnippets);
  private readonly uploadLists = inject(Uploads);
  private readonly live = inject(TicketLive);
  private readonly presence = inject(TicketPresence);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly field = viewChild(CommentField);

  protected readonly usesSnippets = this.snippets.areUsed;
  protected readonly noteLabel = $localize`Write an internal note`;
  protected readonly replyLabel = $localize`Write a reply`;
  protected readonly mayReply = this.open.mayReply;
  protected readonly mayNote = this.open.mayNote;
  protected readonly isStaff = computed(() => this.open.reader() === 'staff');
  protected readonly label = computed(() => {
    if (this.kind() === 'note') return $localize`Internal note`;
    return this.isStaff() ? $localize`Reply to ${this.requesterName()}:name:` : $localize`Your reply`;
  });
  protected readonly requesterName = computed(() => this.open.ticket()?.requester.name ?? '');

  /** Every ticket begins with a reply, where replies are taken and nobody asked for a note. */
  protected readonly kind = linkedSignal<{ readonly id: string; readonly kind: CommentKind }, CommentKind>({
    source: () => ({ id: this.open.id(), kind: this.kindToBegin() }),
    computation: ({ kind }) => kind,
  });
  protected readonly draft = computed(() => this.drafts.of(commentDraftName(this.open.id(), this.kind())));
  protected readonly uploads = computed(() => this.uploadLists.of(commentDraftName(this.open.id(), this.kind())));
  private readonly otherName = computed(() =>
    commentDraftName(this.open.id(), this.kind() === 'reply' ? 'note' : 'reply'),
  );
  private readonly otherDraft = computed(() => this.drafts.of(this.otherName()));
  private readonly otherUploads = computed(() => this.uploadLists.of(this.otherName()));
  /** The text of the other kind waits there; it moves here only if somebody says so. */
  protected readonly keepsOther = computed(
    () => this.mayNote() && this.mayReply() && this.otherDraft().text().trim() !== '',
  );
  protected readonly mayBringOver = computed(() => this.keepsOther() && this.draft().text().trim() === '');

  /** Those that a mere reply does not make by itself. */
  protected readonly actions = computed((): StatusAction[] => {
    const ticket = this.open.ticket();
    if (!ticket || !this.isStaff() || this.kind() === 'note') return [];
    const byItself = statusAfterReply('staff', ticket.status);
    const next = this.open.next().filter((status) => status !== byItself);
    return next.map((status) => statusAction(status, ticket, 'staff'));
  });

  /** While files are on their way; what goes on then waits in the conversation. */
  protected readonly isSending = signal(false);
  private sentAt = 0;
  protected readonly failure = linkedSignal<string, string | null>({
    source: () => `${this.open.id()} ${this.kind()}`,
    computation: () => null,
  });

  constructor() {
    onShortcuts({
      'ticket.reply': { run: () => this.open.write('reply'), isPossible: () => this.mayReply() },
      'ticket.note': { run: () => this.open.write('note'), isPossible: () => this.mayNote() },
    });
    afterRenderEffect(() => {
      if (this.open.wishToWrite()) untracked(this.field)?.focus();
    });
  }

  protected choose(kind: CommentKind): void {
    this.kind.set(kind);
  }

  /** Out of the field, where letters are keys again; the text is kept anyway. */
  protected rest({ target }: Event): void {
    if (target instanceof HTMLTextAreaElement) this.document.querySelector('main')?.focus({ preventScroll: true });
  }

  protected type(text: string): void {
    this.draft().write(text);
    this.presence.typed();
    this.failure.set(null);
  }

  /** What was written for staff never becomes a reply by one click. */
  protected async bringOver(): Promise<void> {
    if (this.kind() === 'reply' && !(await this.isMeantForRequester())) return;
    const [draft, other, files] = [this.draft(), this.otherDraft(), this.otherUploads()];
    const arrived = files.uploads().flatMap(({ attachment }) => attachment ?? []);
    draft.write(other.text());
    other.clear();
    this.uploads().adopt(arrived);
    files.sent(arrived.map(({ id }) => id));
    this.field()?.focus();
  }

  protected async pickSnippet(): Promise<void> {
    this.snippets.need();
    const { SnippetPicker } = await import('../snippets/snippet-picker');
    const shown = this.dialog.open<InstanceType<typeof SnippetPicker>, TicketSnippets, FilledSnippet>(SnippetPicker, {
      ...{ data: this.snippets, width: '560px', maxWidth: '94vw' },
    });
    const chosen = await firstValueFrom(shown.afterClosed());
    if (chosen) this.field()?.insert(chosen.text);
  }

  protected async send(action: StatusAction | null = null): Promise<void> {
    if (this.isSending()) return;
    const [draft, kind, uploads] = [this.draft(), this.kind(), this.uploads()];
    const body = draft.text();
    if (body.trim() === '' && Date.now() - this.sentAt < SETTLING_MS) return;
    this.failure.set(wrongIn(body));
    if (this.failure() !== null) {
      this.field()?.focus();
      return;
    }
    this.isSending.set(true);
    try {
      const attachments = await uploads.arrived();
      const wish = action && (await this.sending.wishFor(action));
      if (action && !wish) return;
      this.sending.send({ body, internal: kind === 'note', attachments, wish });
      draft.clear();
      uploads.sent(attachments.map(({ id }) => id));
      this.sentAt = Date.now();
      this.live.seen();
    } catch (error) {
      this.failure.set(asProblem(error).words);
    } finally {
      this.isSending.set(false);
      if (isFocusWithin(this.host)) this.field()?.focus();
    }
  }

  private kindToBegin(): CommentKind {
    const wished = this.open.wishToWrite()?.kind ?? 'reply';
    if (wished === 'note' && this.mayNote()) return 'note';
    return this.mayReply() || !this.mayNote() ? 'reply' : 'note';
  }

  private isMeantForRequester(): Promise<boolean> {
    const name = this.requesterName();
    return isConfirmed(this.dialog, {
      heading: $localize`Make this note a reply?`,
      text: $localize`You wrote it where only staff read. As a reply, ${name}:name: reads every word of it, and its files.`,
      no: $localize`Keep it a note`,
      yes: $localize`Make it a reply`,
    });
  }
}
