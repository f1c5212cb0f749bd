import { Component } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle } from '@angular/material/dialog';

/** Asks a watcher, for he cannot bring himself back. Closes with true for yes. */
@Component({
  selector: 'dh-stop-watching-dialog',
  imports: [MatButton, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle],
  template: `
    <h2 mat-dialog-title i18n>Stop watching this ticket?</h2>
    <mat-dialog-content>
      <p i18n>You will not see it any more. Its requester or the IT staff can add you again.</p>
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <button matButton type="button" cdkFocusInitial [mat-dialog-close]="false" i18n>Go on watching</button>
      <button matButton="filled" type="button" [mat-dialog-close]="true" i18n>Stop watching</button>
    </mat-dialog-actions>
  `,
  styles: `
    p {
      color: var(--mat-sys-on-surface);
    }
  `,
})
export class StopWatchingDialog {}
