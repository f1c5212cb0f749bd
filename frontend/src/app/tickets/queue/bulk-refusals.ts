import { Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogTitle,
} from '@angular/material/dialog';
import type { TicketSummary } from '../model/ticket';

export interface RefusedTicket {
  readonly ticket: TicketSummary;
  /** In the server's words. */
  readonly reason: string;
}

export interface BulkRefusalsData {
  readonly changed: number;
  readonly refused: readonly RefusedTicket[];
}

/** Which of the selected tickets stayed as they were, and why. */
@Component({
  selector: 'dh-bulk-refusals',
  imports: [MatButton, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle],
  template: `
    <h2 mat-dialog-title>{{ title }}</h2>
    <mat-dialog-content>
      <p>{{ lead }}</p>
      <ul role="list">
        @for (entry of data.refused; track entry.ticket.id) {
          <li>
            <p class="ticket">
              <span class="dh-figures">#{{ entry.ticket.number }}</span> {{ entry.ticket.subject }}
            </p>
            <p class="dh-quiet">{{ entry.reason }}</p>
          </li>
        }
      </ul>
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <button matButton="filled" type="button" cdkFocusInitial mat-dialog-close i18n>Understood</button>
    </mat-dialog-actions>
  `,
  styles: `
    p {
      overflow-wrap: anywhere;
    }
    ul {
      margin-block-start: 12px;
    }
    li {
      padding-block: 8px;
      border-block-start: 1px solid var(--dh-hairline);
    }
    .ticket {
      color: var(--mat-sys-on-surface);
      font-weight: 550;
    }
  `,
})
export class BulkRefusals {
  protected readonly data = inject<BulkRefusalsData>(MAT_DIALOG_DATA);

  protected readonly title =
    this.data.refused.length === 1
      ? $localize`1 ticket stayed as it was`
      : $localize`${this.data.refused.length}:count: tickets stayed as they were`;
  protected readonly lead = leadWords(this.data.changed);
}

function leadWords(changed: number): string {
  if (changed === 0) return $localize`Nothing was changed. What is named here is still selected:`;
  return changed === 1
    ? $localize`1 other was changed. What is named here is still selected:`
    : $localize`${changed}:count: others were changed. What is named here is still selected:`;
}
