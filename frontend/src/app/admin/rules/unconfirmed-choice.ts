import { Component, input } from '@angular/core';
import { type FieldTree, FormField } from '@angular/forms/signals';
import { MatRadioButton, MatRadioGroup } from '@angular/material/radio';
import type { UnconfirmedMay } from '@deskhand/shared';

/** What an account may do whose address nobody has confirmed. */
@Component({
  selector: 'dh-unconfirmed-choice',
  imports: [FormField, MatRadioButton, MatRadioGroup],
  template: `
    <mat-radio-group [formField]="field()" [attr.aria-labelledby]="labelledBy()">
      <mat-radio-button value="everything">
        <span class="choice">
          <ng-container i18n>It may do everything</ng-container>
          <span class="dh-quiet dh-small" i18n
            >Right while no mail can be sent, and where only colleagues come here.</span
          >
        </span>
      </mat-radio-button>
      <mat-radio-button value="file_only">
        <span class="choice">
          <ng-container i18n>It may file tickets and see what becomes of them</ng-container>
          <span class="dh-quiet dh-small" i18n>Nobody waits for help because a mail is late.</span>
        </span>
      </mat-radio-button>
      <mat-radio-button value="nothing">
        <span class="choice">
          <ng-container i18n>It may do nothing</ng-container>
          <span class="dh-quiet dh-small" i18n>
            It cannot even sign in, and registering tells nobody whether an address has an account.
          </span>
        </span>
      </mat-radio-button>
    </mat-radio-group>
  `,
  styles: `
    .choice {
      display: block;
      padding-block: 8px;
    }
    .choice .dh-quiet {
      display: block;
    }
  `,
})
export class UnconfirmedChoice {
  readonly field = input.required<FieldTree<UnconfirmedMay>>();
  /** The id of what names it. */
  readonly labelledBy = input.required<string>();
}
