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
  /** Those that it did not come to. */
  readonly untried: number;
  /** Why, unless somebody stopped it. */
  readonly why: string | null;
  /** Whether all these are still selected. */
  readonly areSelected: boolean;
}

/** Nobody reads more; they are selected, and so at hand. */
const SHOWN = 100;

/** Which of the tickets stayed as they were, and why. */
@Component({
  selector: 'dh-bulk-refusals',
  imports: [MatButton, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle],
  template: `
    <h2 mat-dialog-title>{{ title }}</h2>
    <mat-dialog-content>
      <p>{{ lead }}</p>
      @if (data.untried > 0) {
        <p class="untried">{{ untried }}</p>
      }
      <ul role="list">
        @for (entry of shown; track entry.ticket.id) {
          <li>
            <p class="ticket">
              <span class="dh-figures">#{{ entry.ticket.number }}</span> {{ entry.ticket.subject }}
            </p>
            <p class="dh-quiet">{{ entry.reason }}</p>
          </li>
        }
      </ul>
      @if (more > 0) {
        <p class="dh-quiet" i18n>And {{ more }} more.</p>
      }
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <button matButton="filled" type="button" cdkFocusInitial mat-dialog-close i18n>Understood</button>
    </mat-dialog-actions>
  `,
  styles: `
    p {
      overflow-wrap: anywhere;
    }
    ul,
    .untried {
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

  protected readonly title = titleWords(this.data.refused.length + this.data.untried);
  protected readonly lead = `${changedWords(this.data.changed)} ${this.data.areSelected ? selectedWords() : ''}`.trim();
  protected readonly untried = untriedWords(this.data);
  protected readonly shown = this.data.refused.slice(0, SHOWN);
  protected readonly more = this.data.refused.length - this.shown.length;
}

function titleWords(count: number): string {
  return count === 1 ? $localize`1 ticket stayed as it was` : $localize`${count}:count: tickets stayed as they were`;
}

function changedWords(changed: number): string {
  if (changed === 0) return $localize`Nothing was changed.`;
  return changed === 1 ? $localize`1 other was changed.` : $localize`${changed}:count: others were changed.`;
}

function selectedWords(): string {
  return $localize`What stayed is still selected.`;
}

function untriedWords({ untried, why }: BulkRefusalsData): string {
  if (why !== null) return $localize`${untried}:count: were not tried: ${why}:reason:`;
  return $localize`${untried}:count: were not tried, for you stopped it.`;
}
