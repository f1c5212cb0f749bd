import {
  afterRenderEffect,
  Component,
  computed,
  inject,
  linkedSignal,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatButtonToggle, MatButtonToggleGroup } from '@angular/material/button-toggle';
import { MatIcon } from '@angular/material/icon';
import { Notices } from '../../platform/notices';
import { asProblem } from '../../platform/problem';
import { AttachmentPicker } from '../attachments/attachment-picker';
import { fileFaultIn, filesIn } from '../attachments/upload-list';
import { Uploads } from '../attachments/uploads';
import { ComposerNews } from '../live/composer-news';
import { TicketLive } from '../live/ticket-live';
import { TicketPresence } from '../live/ticket-presence';
import { commentDraftName } from '../model/draft-names';
import { Drafts } from '../model/drafts';
import type { AddedComment, CommentKind, Ticket } from '../model/ticket';
import { CommentField } from './comment-field';
import { wrongIn } from './comment-rules';
import { OpenTicket } from './open-ticket';

/** Where people write: a reply, or for staff an internal note, which looks, reads and is sent differently. */
@Component({
  selector: 'dh-composer',
  imports: [AttachmentPicker, CommentField, ComposerNews, MatButton, MatButtonToggle, MatButtonToggleGroup, MatIcon],
  host: { '[class.note]': "kind() === 'note'" },
  templateUrl: './composer.html',
  styleUrls: ['./writing-box.scss', './composer.scss'],
})
export class Composer {
  private readonly open = inject(OpenTicket);
  private readonly drafts = inject(Drafts);
  private readonly notices = inject(Notices);
  private readonly uploadLists = inject(Uploads);
  private readonly live = inject(TicketLive);
  private readonly presence = inject(TicketPresence);
  private readonly field = viewChild(CommentField);

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

  /** Every ticket begins with a reply, where replies are taken. */
  protected readonly kind = linkedSignal<string, CommentKind>({
    source: () => `${this.open.id()} ${String(this.mayReply())}`,
    computation: () => (this.mayReply() || !this.mayNote() ? 'reply' : 'note'),
  });
  protected readonly draft = computed(() => this.drafts.of(commentDraftName(this.open.id(), this.kind())));
  protected readonly uploads = computed(() => this.uploadLists.of(commentDraftName(this.open.id(), this.kind())));
  private readonly otherDraft = computed(() =>
    this.drafts.of(commentDraftName(this.open.id(), this.kind() === 'reply' ? 'note' : 'reply')),
  );
  /** The text of the other kind waits there; it moves here only if somebody says so. */
  protected readonly keepsOther = computed(
    () => this.mayNote() && this.mayReply() && this.otherDraft().text().trim() !== '',
  );
  protected readonly mayBringOver = computed(() => this.keepsOther() && this.draft().text().trim() === '');

  protected readonly isSending = signal(false);
  protected readonly failure = linkedSignal<string, string | null>({
    source: () => `${this.open.id()} ${this.kind()}`,
    computation: () => null,
  });

  constructor() {
    afterRenderEffect(() => {
      if (this.open.wishesToWrite() > 0) untracked(this.field)?.focus();
    });
  }

  protected choose(kind: CommentKind): void {
    this.kind.set(kind);
  }

  protected type(text: string): void {
    this.draft().write(text);
    this.presence.typed();
    this.failure.set(null);
  }

  protected bringOver(): void {
    const other = this.otherDraft();
    this.draft().write(other.text());
    other.clear();
    this.field()?.focus();
  }

  protected async send(): Promise<void> {
    if (this.isSending()) return;
    const [draft, kind, before, uploads] = [this.draft(), this.kind(), this.open.ticket(), this.uploads()];
    const text = draft.text();
    this.failure.set(wrongIn(text));
    if (this.failure() !== null || !before) {
      this.field()?.focus();
      return;
    }
    this.isSending.set(true);
    try {
      const attachmentIds = await uploads.ready();
      const comment = { body: text, internal: kind === 'note', ...filesIn(attachmentIds) };
      const added = await this.open.comment(comment, draft.keyFor(comment));
      draft.sent(text);
      uploads.sent(attachmentIds);
      this.live.seen();
      this.notices.say(sentWords(kind, before, added));
      this.field()?.focus();
    } catch (error) {
      this.failure.set(fileFaultIn(error) ?? asProblem(error).words);
    } finally {
      this.isSending.set(false);
    }
  }
}

function sentWords(kind: CommentKind, before: Ticket, { ticketStatus }: AddedComment): string {
  if (kind === 'note') return $localize`Your internal note is saved. Only staff see it.`;
  if (ticketStatus === before.status) return $localize`Your reply is sent.`;
  if (before.status === 'resolved')
    return $localize`Your reply is sent, and ticket #${before.number}:number: is open again.`;
  return $localize`Your reply is sent. Ticket #${before.number}:number: is in progress now.`;
}
