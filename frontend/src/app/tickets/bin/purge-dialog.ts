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
import type { TicketSummary } from '../model/ticket';
import { TicketApi } from '../model/ticket-api';

export type PurgedTicket = Pick<TicketSummary, 'id' | 'number' | 'subject' | 'version'>;

/** Asks before a ticket is removed for good, for nothing brings it back. Closes with true once it is gone. */
@Component({
  selector: 'dh-purge-dialog',
  imports: [MatButton, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle],
  template: `
    <h2 mat-dialog-title i18n>Delete ticket #{{ ticket.number }} for good?</h2>
    <mat-dialog-content>
      <div role="alert">
        @if (failure(); as failure) {
          <p class="failure">{{ failure }}</p>
        }
      </div>
      <p i18n>
        “{{ ticket.subject }}” is then removed with everything that was written and attached to it. Nobody can bring it
        back. That it was there, and who removed it, stays on the trail.
      </p>
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <button matButton type="button" cdkFocusInitial [mat-dialog-close]="false" i18n>Keep it in the bin</button>
      <button matButton="filled" type="button" [disabled]="isSending()" disabledInteractive (click)="purge()" i18n>
        Delete #{{ ticket.number }} for good
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
export class PurgeDialog {
  private readonly api = inject(TicketApi);
  private readonly notices = inject(Notices);
  private readonly shown = inject<MatDialogRef<PurgeDialog, boolean>>(MatDialogRef);

  protected readonly ticket = inject<PurgedTicket>(MAT_DIALOG_DATA);
  protected readonly isSending = signal(false);
  protected readonly failure = signal<string | null>(null);

  protected async purge(): Promise<void> {
    if (this.isSending()) return;
    this.isSending.set(true);
    this.failure.set(null);
    try {
      await this.api.purge(this.ticket.id, this.ticket.version);
      this.notices.say($localize`Ticket #${this.ticket.number}:number: is deleted for good.`);
      this.shown.close(true);
    } catch (error) {
      this.failure.set(asProblem(error).words);
    } finally {
      this.isSending.set(false);
    }
  }
}
