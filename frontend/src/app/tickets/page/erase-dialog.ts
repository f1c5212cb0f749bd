import { Component, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogRef,
  MatDialogTitle,
} from '@angular/material/dialog';
import { Notices } from '../../platform/notices';
import { asProblem } from '../../platform/problem';
import type { Comment } from '../model/ticket';

/** What is to be erased, and how. */
export interface Erasure {
  readonly comment: Comment;
  readonly erase: () => Promise<void>;
}

/** Asks before the text of a comment is erased, for nothing brings it back. */
@Component({
  selector: 'dh-erase-dialog',
  imports: [MatButton, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle],
  template: `
    <h2 mat-dialog-title>
      @if (comment.internal) {
        <ng-container i18n>Erase the text of this internal note?</ng-container>
      } @else {
        <ng-container i18n>Erase the text of this reply?</ng-container>
      }
    </h2>
    <mat-dialog-content>
      <div role="alert">
        @if (failure(); as failure) {
          <p class="failure">{{ failure }}</p>
        }
      </div>
      <p i18n>
        What {{ comment.author.name }} wrote is removed for good, with its earlier versions and its files. Nobody can
        bring it back. That there was something, and who erased it, stays to be seen.
      </p>
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <button matButton type="button" cdkFocusInitial mat-dialog-close i18n>Keep it</button>
      <button matButton="filled" type="button" [disabled]="isSending()" disabledInteractive (click)="erase()" i18n>
        Erase the text for good
      </button>
    </mat-dialog-actions>
  `,
  styles: `
    p {
      color: var(--mat-sys-on-surface);
      overflow-wrap: anywhere;
    }
    .failure {
      margin-block-end: 12px;
      padding: 12px 16px;
      border-radius: 8px;
      background: var(--mat-sys-error-container);
      color: var(--mat-sys-on-error-container);
    }
  `,
})
export class EraseDialog {
  private readonly notices = inject(Notices);
  private readonly shown = inject<MatDialogRef<EraseDialog>>(MatDialogRef);
  private readonly erasure = inject<Erasure>(MAT_DIALOG_DATA);

  protected readonly comment = this.erasure.comment;
  protected readonly isSending = signal(false);
  protected readonly failure = signal<string | null>(null);

  protected async erase(): Promise<void> {
    if (this.isSending()) return;
    this.isSending.set(true);
    this.failure.set(null);
    try {
      await this.erasure.erase();
      this.notices.say($localize`The text is erased.`);
      this.shown.close();
    } catch (error) {
      this.failure.set(asProblem(error).words);
    } finally {
      this.isSending.set(false);
    }
  }
}
