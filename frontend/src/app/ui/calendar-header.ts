import { Component } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatCalendarHeader } from '@angular/material/datepicker';
import { MatIcon } from '@angular/material/icon';

/**
 * The month that a calendar shows, and the ways to others. Material's own hides the month that stands on its button
 * from those who hear the page, so they could not tell it from another.
 */
@Component({
  selector: 'dh-calendar-header',
  imports: [MatButton, MatIcon, MatIconButton],
  template: `
    <button matIconButton type="button" [attr.aria-label]="prevButtonLabel" (click)="previousClicked()">
      <mat-icon svgIcon="chevron-left" />
    </button>
    <button matButton type="button" aria-live="polite" (click)="currentPeriodClicked()">{{ periodButtonText }}</button>
    <button matIconButton type="button" [attr.aria-label]="nextButtonLabel" (click)="nextClicked()">
      <mat-icon svgIcon="chevron-right" />
    </button>
  `,
  styles: `
    :host {
      display: flex;
      align-items: center;
      justify-content: space-between;
      padding: 8px 8px 0;
    }
  `,
})
export class CalendarHeader extends MatCalendarHeader<Date> {}
