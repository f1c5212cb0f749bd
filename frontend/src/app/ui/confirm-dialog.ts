import { Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  type MatDialog,
  MatDialogActions,
  MatDialogClose,
  type MatDialogConfig,
  MatDialogContent,
  MatDialogRef,
  MatDialogTitle,
} from '@angular/material/dialog';
import { firstValueFrom } from 'rxjs';
import { Attempt } from '../platform/attempt';

export interface Confirmation {
  readonly heading: string;
  readonly text: string;
  /** The words to leave everything as it is, and those to do it. */
  readonly no: string;
  readonly yes: string;
  /** Done while the dialog stands, which shows what went wrong and offers another try. */
  readonly act?: () => Promise<void>;
}

/** Asks before something that nothing brings back. Closes with true once it is done, or for yes where it does nothing itself. */
@Component({
  selector: 'dh-confirm-dialog',
  imports: [MatButton, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle],
  template: `
    <h2 mat-dialog-title>{{ question.heading }}</h2>
    <mat-dialog-content>
      <div role="alert">
        @if (attempt.failure(); as failure) {
          <p class="dh-failure">{{ failure }}</p>
        }
      </div>
      <p class="text">{{ question.text }}</p>
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <button matButton type="button" cdkFocusInitial [mat-dialog-close]="false">{{ question.no }}</button>
      <button matButton="filled" type="button" [disabled]="attempt.isBusy()" disabledInteractive (click)="confirm()">
        {{ question.yes }}
      </button>
    </mat-dialog-actions>
  `,
  styles: `
    p {
      overflow-wrap: anywhere;
    }
    .text {
      color: var(--mat-sys-on-surface);
    }
  `,
})
class ConfirmDialog {
  private readonly shown = inject<MatDialogRef<ConfirmDialog, boolean>>(MatDialogRef);

  protected readonly question = inject<Confirmation>(MAT_DIALOG_DATA);
  protected readonly attempt = new Attempt();

  protected confirm(): Promise<void> {
    return this.attempt.make(async () => {
      await this.question.act?.();
      this.shown.close(true);
    });
  }
}

/** Whether it was confirmed, and done. */
export async function isConfirmed(
  dialog: MatDialog,
  question: Confirmation,
  look: Pick<MatDialogConfig, 'width' | 'maxWidth'> = {},
): Promise<boolean> {
  const shown = dialog.open<ConfirmDialog, Confirmation, boolean>(ConfirmDialog, { ...look, data: question });
  return (await firstValueFrom(shown.afterClosed())) === true;
}
