import { Component, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { TextEditing } from './text-editing';

/** What may be done with a text that is being edited. The words for saving it are its content. */
@Component({
  selector: 'dh-editing-ways',
  imports: [MatButton],
  template: `
    <button
      matButton="tonal"
      type="button"
      [disabled]="editing().isSaving()"
      disabledInteractive
      (click)="editing().save()"
    >
      <ng-content />
    </button>
    <button matButton type="button" (click)="editing().leave()" i18n>Leave it</button>
    @if (editing().isRestored() || editing().theirs()) {
      <button matButton type="button" (click)="editing().discard()" i18n>Start from how it is now</button>
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
    }
  `,
})
export class EditingWays {
  readonly editing = input.required<TextEditing>();
}
