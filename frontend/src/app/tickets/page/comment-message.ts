import { Component, computed, ElementRef, inject, input, linkedSignal } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { MatIcon } from '@angular/material/icon';
import { MatMenu, MatMenuContent, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { mayEditComment, mayRedact } from '@deskhand/shared';
import { Notices } from '../../platform/notices';
import { Now } from '../../platform/now';
import { isConfirmed } from '../../ui/confirm-dialog';
import { isFocusWithin } from '../../ui/where-the-focus-is';
import { commentEditDraftName } from '../model/draft-names';
import { Drafts } from '../model/drafts';
import type { Comment } from '../model/ticket';
import { CommentEditor } from './comment-editor';
import { Message } from './message';
import { OpenTicket } from './open-ticket';

/** A reply or a note in the conversation, with what may become of it: its author edits it for a while, an admin erases it. */
@Component({
  selector: 'dh-comment',
  imports: [CommentEditor, MatIcon, MatIconButton, MatMenu, MatMenuContent, MatMenuItem, MatMenuTrigger, Message],
  templateUrl: './comment-message.html',
  styleUrl: './comment-message.scss',
})
export class CommentMessage {
  private readonly open = inject(OpenTicket);
  private readonly now = inject(Now);
  private readonly notices = inject(Notices);
  private readonly dialog = inject(MatDialog);
  private readonly drafts = inject(Drafts);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  readonly comment = input.required<Comment>();

  protected readonly mayEdit = computed(() => this.open.allowsOn(mayEditComment, this.comment(), this.now.ms()));
  protected readonly mayErase = computed(() => this.open.allowsOn(mayRedact, this.comment(), this.now.ms()));
  /** What was being edited when the page was left is being edited when it is back; the server has the last word on the time. */
  protected readonly isEditing = linkedSignal<string, boolean>({
    source: () => this.comment().id,
    computation: (id) => this.drafts.of(commentEditDraftName(id)).text() !== '' && this.mayEdit(),
  });
  protected readonly label = computed(() => {
    const { internal, author } = this.comment();
    return internal ? $localize`Internal note of ${author.name}:name:` : $localize`Reply of ${author.name}:name:`;
  });
  protected readonly role = computed(() => (this.comment().fromRequester ? '' : $localize`IT staff`));
  protected readonly menuLabel = computed(() =>
    this.comment().internal ? $localize`More for this note` : $localize`More for this reply`,
  );

  protected edit(): void {
    this.isEditing.set(true);
  }

  protected leave(): void {
    this.isEditing.set(false);
    if (!isFocusWithin(this.host)) return;
    setTimeout(() => {
      this.host.querySelector<HTMLElement>('.more')?.focus();
    });
  }

  protected async erase(): Promise<void> {
    const { id, internal, author } = this.comment();
    await isConfirmed(this.dialog, {
      heading: internal ? $localize`Erase the text of this internal note?` : $localize`Erase the text of this reply?`,
      text: $localize`What ${author.name}:name: wrote is removed for good, with its earlier versions and its files. Nobody can bring it back. That there was something, and who erased it, stays to be seen.`,
      no: $localize`Keep it`,
      yes: $localize`Erase the text for good`,
      act: async () => {
        await this.open.changeComment((api, ticketId) => api.redactComment(ticketId, id));
        this.notices.say($localize`The text is erased.`);
      },
    });
  }
}
