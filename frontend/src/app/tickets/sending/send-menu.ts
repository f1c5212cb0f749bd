import { Component, computed, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { MatMenu, MatMenuContent, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { OpenTicket } from '../page/open-ticket';
import type { StatusAction } from '../page/status-action';
import { sendAndWords } from './send-words';

/** Beside the button that sends: what else may happen in the same step. */
@Component({
  selector: 'dh-send-menu',
  imports: [MatButton, MatIcon, MatMenu, MatMenuContent, MatMenuItem, MatMenuTrigger],
  template: `
    <button
      matButton="filled"
      type="button"
      aria-label="Send, and change the status"
      i18n-aria-label
      [disabled]="disabled()"
      disabledInteractive
      [matMenuTriggerFor]="menu"
    >
      <mat-icon svgIcon="expand-more" />
    </button>
    <mat-menu #menu xPosition="before" yPosition="above">
      <ng-template matMenuContent>
        @for (choice of choices(); track choice.action.status) {
          <button mat-menu-item type="button" (click)="chosen.emit(choice.action)">
            <mat-icon [svgIcon]="choice.action.icon" /><span>{{ choice.words }}</span>
          </button>
        }
      </ng-template>
    </mat-menu>
  `,
  styleUrl: './send-menu.scss',
})
export class SendMenu {
  private readonly open = inject(OpenTicket);

  readonly actions = input.required<readonly StatusAction[]>();
  readonly disabled = input(false);
  readonly chosen = output<StatusAction>();

  protected readonly choices = computed(() => {
    const ticket = this.open.ticket();
    return ticket ? this.actions().map((action) => ({ action, words: sendAndWords(action.status, ticket) })) : [];
  });
}
