import {
  afterRenderEffect,
  Component,
  computed,
  effect,
  type ElementRef,
  inject,
  linkedSignal,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatButtonToggle, MatButtonToggleGroup } from '@angular/material/button-toggle';
import { MatFormField, MatLabel } from '@angular/material/form-field';
import { MatIcon } from '@angular/material/icon';
import { MatInput } from '@angular/material/input';
import { LIMITS } from '@deskhand/shared';
import { Notices } from '../../platform/notices';
import { asProblem } from '../../platform/problem';
import { MarkdownField } from '../../ui/markdown/markdown-field';
import { MarkdownKeys } from '../../ui/markdown/markdown-keys';
import { commentDraftName } from '../model/draft-names';
import { Drafts } from '../model/drafts';
import type { AddedComment, CommentKind, Ticket } from '../model/ticket';
import { OpenTicket } from './open-ticket';

/** Where people write: a reply, or for staff an internal note, which looks, reads and is sent differently. */
@Component({
  selector: 'dh-composer',
  imports: [
    ...[MarkdownField, MarkdownKeys, MatButton, MatButtonToggle, MatButtonToggleGroup],
    ...[MatFormField, MatIcon, MatInput, MatLabel],
  ],
  host: { '[class.note]': "kind() === 'note'" },
  templateUrl: './composer.html',
  styleUrl: './composer.scss',
})
export class Composer {
  private readonly open = inject(OpenTicket);
  private readonly drafts = inject(Drafts);
  private readonly notices = inject(Notices);
  private readonly field = viewChild<ElementRef<HTMLTextAreaElement>>('field');
  private readonly editor = viewChild(MarkdownField);

  protected readonly noteLabel = $localize`Write an internal note`;
  protected readonly replyLabel = $localize`Write a reply`;
  protected readonly mayReply = this.open.mayReply;
  protected readonly mayNote = this.open.mayNote;
  protected readonly isStaff = computed(() => this.open.reader() === 'staff');
  protected readonly requesterName = computed(() => this.open.ticket()?.requester.name ?? '');

  /** Every ticket begins with a reply, where replies are taken. */
  protected readonly kind = linkedSignal<string, CommentKind>({
    source: () => `${this.open.id()} ${String(this.mayReply())}`,
    computation: () => (this.mayReply() || !this.mayNote() ? 'reply' : 'note'),
  });
  protected readonly draft = computed(() => this.drafts.of(commentDraftName(this.open.id(), this.kind())));
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
    // The field is brought back before it can be focused.
    effect(() => {
      if (this.open.wishesToWrite() > 0) untracked(this.editor)?.write();
    });
    afterRenderEffect(() => {
      if (this.open.wishesToWrite() > 0) untracked(this.field)?.nativeElement.focus();
    });
  }

  protected choose(kind: CommentKind): void {
    this.kind.set(kind);
  }

  protected type(text: string): void {
    this.draft().write(text);
    this.failure.set(null);
  }

  protected bringOver(): void {
    const other = this.otherDraft();
    this.draft().write(other.text());
    other.clear();
    this.field()?.nativeElement.focus();
  }

  protected async send(): Promise<void> {
    if (this.isSending()) return;
    const [draft, kind, before] = [this.draft(), this.kind(), this.open.ticket()];
    const body = draft.text();
    this.failure.set(wrongIn(body.trim()));
    if (this.failure() !== null || !before) {
      this.field()?.nativeElement.focus();
      return;
    }
    this.isSending.set(true);
    try {
      const added = await this.open.comment(kind, body);
      // Whoever typed on while it was under way keeps what came after.
      if (draft.text() === body) draft.clear();
      this.notices.say(sentWords(kind, before, added));
      this.field()?.nativeElement.focus();
    } catch (error) {
      this.failure.set(asProblem(error).words);
    } finally {
      this.isSending.set(false);
    }
  }
}

function wrongIn(text: string): string | null {
  const { max } = LIMITS.comment;
  if (text === '') return $localize`Write something first.`;
  return text.length > max ? $localize`Shorten this to ${max}:count: characters.` : null;
}

function sentWords(kind: CommentKind, before: Ticket, { ticketStatus }: AddedComment): string {
  if (kind === 'note') return $localize`Your internal note is saved. Only staff see it.`;
  if (ticketStatus === before.status) return $localize`Your reply is sent.`;
  if (before.status === 'resolved')
    return $localize`Your reply is sent, and ticket #${before.number}:number: is open again.`;
  return $localize`Your reply is sent. Ticket #${before.number}:number: is in progress now.`;
}
