import { Component, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';

/** The foot of a form: saves, or takes back what was not saved, and says that there is something. */
@Component({
  selector: 'dh-save-bar',
  imports: [MatButton],
  template: `
    <button matButton="filled" type="submit" [disabled]="isSaving() || !hasChanges()" disabledInteractive i18n>
      Save
    </button>
    @if (hasChanges()) {
      <button matButton type="button" [disabled]="isSaving()" disabledInteractive (click)="discard.emit()" i18n>
        Discard
      </button>
    }
    <span class="dh-quiet dh-small" role="status">
      @if (hasChanges()) {
        <ng-container i18n>Not saved yet. It is kept in this tab.</ng-container>
      }
    </span>
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 8px 12px;
    }
  `,
})
export class SaveBar {
  readonly hasChanges = input.required<boolean>();
  readonly isSaving = input.required<boolean>();
  readonly discard = output();
}
