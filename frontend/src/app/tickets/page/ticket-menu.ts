import { Component, inject, input } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { MatMenu, MatMenuContent, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { Notices } from '../../platform/notices';
import { BackToList } from '../model/back-to-list';
import { ListMemory } from '../model/list-memory';
import { OpenTicket } from './open-ticket';
import { ReadMarks } from './read-marks';

/** What is seldom done to a ticket. */
@Component({
  selector: 'dh-ticket-menu',
  imports: [MatIcon, MatIconButton, MatMenu, MatMenuContent, MatMenuItem, MatMenuTrigger],
  template: `
    @if (open.ticket()?.deletedAt === null) {
      <button matIconButton type="button" aria-label="More for this ticket" i18n-aria-label [matMenuTriggerFor]="menu">
        <mat-icon svgIcon="more-vert" />
      </button>
    }
    <mat-menu #menu="matMenu" xPosition="before">
      <ng-template matMenuContent>
        <button mat-menu-item type="button" (click)="setAside()">
          <mat-icon svgIcon="mark-unread" /><span i18n>Mark as unread</span>
        </button>
        <button mat-menu-item type="button" (click)="print()">
          <mat-icon svgIcon="print" /><span i18n>Print</span>
        </button>
        @if (open.mayDelete()) {
          <button mat-menu-item type="button" (click)="delete()">
            <mat-icon svgIcon="delete" /><span i18n>Delete ticket</span>
          </button>
        }
      </ng-template>
    </mat-menu>
  `,
})
export class TicketMenu {
  protected readonly open = inject(OpenTicket);
  private readonly marks = inject(ReadMarks);
  private readonly notices = inject(Notices);
  private readonly back = inject(BackToList);
  private readonly memory = inject(ListMemory);

  /** Where the reader belongs once the ticket is gone, or set aside. */
  readonly list = input.required<string>();

  /** Once the menu is gone, for it would stand on the paper. */
  protected print(): void {
    setTimeout(() => {
      window.print();
    });
  }

  /** Somebody asked for it and relies on finding it again, so a failure is told. */
  protected async setAside(): Promise<void> {
    try {
      await this.marks.setAside();
      this.back.go(this.list());
    } catch (error) {
      this.notices.fail(error);
    }
  }

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
