import { Component, inject, input } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { Notices } from '../../platform/notices';
import { BackToList } from '../model/back-to-list';
import { ListMemory } from '../model/list-memory';
import { OpenTicket } from './open-ticket';

/** What is seldom done to a ticket. */
@Component({
  selector: 'dh-ticket-menu',
  imports: [MatIcon, MatIconButton, MatMenu, MatMenuItem, MatMenuTrigger],
  template: `
    @if (open.mayDelete()) {
      <button matIconButton type="button" aria-label="More for this ticket" i18n-aria-label [matMenuTriggerFor]="menu">
        <mat-icon svgIcon="more-vert" />
      </button>
    }
    <mat-menu #menu="matMenu" xPosition="before">
      <button mat-menu-item type="button" (click)="delete()">
        <mat-icon svgIcon="delete" /><span i18n>Delete ticket</span>
      </button>
    </mat-menu>
  `,
})
export class TicketMenu {
  protected readonly open = inject(OpenTicket);
  private readonly notices = inject(Notices);
  private readonly back = inject(BackToList);
  private readonly memory = inject(ListMemory);

  /** Where the reader belongs once the ticket is gone. */
  readonly list = input.required<string>();

  protected async delete(): Promise<void> {
    try {
      if ((await this.open.delete()) !== 'done') return;
      this.memory.forget(this.open.id());
      this.back.go(this.list());
    } catch (error) {
      this.notices.fail(error);
    }
  }
}
