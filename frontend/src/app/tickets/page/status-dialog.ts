import { Component, type ElementRef, inject, type Signal, signal, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogRef,
  MatDialogTitle,
} from '@angular/material/dialog';
import { MatHint, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { LIMITS, type StatusCode } from '@deskhand/shared';
import { asProblem } from '../../platform/problem';
import { FORM_FIELD } from '../../ui/form-field';
import { settling } from '../../ui/settling';
import { AttachmentPicker } from '../attachments/attachment-picker';
import { fileFaultIn, filesIn } from '../attachments/upload-list';
import { Uploads } from '../attachments/uploads';
import { Drafts } from '../model/drafts';
import type { StatusChange } from '../model/ticket';
import type { Ask } from './status-action';
import type { DialogWords } from './status-dialog-words';

/** What is asked for, of one ticket or many. */
export interface StatusQuestion {
  readonly status: StatusCode;
  readonly ask: Ask;
  /** Where the text is kept as long as it is not sent. */
  readonly draftName: string;
  readonly words: Signal<DialogWords | null>;
  /** Whether files may go with the comment: many tickets cannot share one. */
  readonly takesFiles: boolean;
  /** What changed under the hands meanwhile. */
  readonly surprise: Signal<string | null>;
  /** Somebody may have been faster, and what is asked for here no longer fits. */
  readonly isPossible: Signal<boolean>;
  /** Whether it is done, and told of. @throws Problem */
  send(change: StatusChange): Promise<boolean>;
}

/** Asks for what a change of status needs. It stays open, with every letter, until the change is made. */
@Component({
  selector: 'dh-status-dialog',
  imports: [
    ...[MatButton, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle],
    ...[AttachmentPicker, FORM_FIELD, MatHint, MatInput, MatLabel],
  ],
  templateUrl: './status-dialog.html',
  styleUrl: './status-dialog.scss',
})
export class StatusDialog {
  protected readonly question = inject<StatusQuestion>(MAT_DIALOG_DATA);
  private readonly shown = inject<MatDialogRef<StatusDialog, boolean>>(MatDialogRef);
  private readonly field = viewChild<ElementRef<HTMLTextAreaElement>>('field');

  protected readonly hasField = this.question.ask === 'comment' || this.question.ask === 'reason';
  private readonly limits = this.question.ask === 'reason' ? LIMITS.reason : LIMITS.comment;
  protected readonly draft = inject(Drafts).of(this.question.draftName);

  /** Those of the reply's draft, as its text. */
  protected readonly uploads =
    this.question.takesFiles && this.question.ask === 'comment' ? inject(Uploads).of(this.question.draftName) : null;

  protected readonly isSettling = settling(this.question.surprise);
  protected readonly isSending = signal(false);
  protected readonly failure = signal<string | null>(null);
  protected readonly fieldFailure = signal<string | null>(null);

  protected type(text: string): void {
    this.draft.write(text);
    this.fieldFailure.set(null);
  }

  protected async send(): Promise<void> {
    if (this.isSending() || !this.question.isPossible()) return;
    this.failure.set(null);
    this.fieldFailure.set(this.wrongIn(this.draft.text().trim()));
    if (this.fieldFailure() !== null) {
      this.field()?.nativeElement.focus();
      return;
    }
    this.isSending.set(true);
    try {
      const attachmentIds = (await this.uploads?.ready()) ?? [];
      if (!(await this.question.send(this.change(attachmentIds)))) return;
      if (this.hasField) this.draft.clear();
      this.uploads?.sent(attachmentIds);
      this.shown.close(true);
    } catch (error) {
      this.failure.set(fileFaultIn(error) ?? asProblem(error).words);
    } finally {
      this.isSending.set(false);
    }
  }

  private change(attachmentIds: readonly string[]): StatusChange {
    const { ask, status } = this.question;
    if (ask === 'comment') return { status, comment: this.draft.text(), ...filesIn(attachmentIds) };
    return ask === 'reason' ? { status, reason: this.draft.text() } : { status };
  }

  private wrongIn(text: string): string | null {
    if (!this.hasField) return null;
    if (text === '') return $localize`Write something first.`;
    const { max } = this.limits;
    return text.length > max ? $localize`Shorten this to ${max}:count: characters.` : null;
  }
}
