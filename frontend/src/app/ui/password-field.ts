import { Component, input, signal } from '@angular/core';
import { type FieldTree, FormField } from '@angular/forms/signals';
import { MatIconButton } from '@angular/material/button';
import { MatError, MatHint, MatLabel, MatSuffix } from '@angular/material/form-field';
import { MatIcon } from '@angular/material/icon';
import { MatInput } from '@angular/material/input';
import { FORM_FIELD } from './form-field';

/** A password that its owner may look at while typing. */
@Component({
  selector: 'dh-password-field',
  imports: [FormField, MatError, FORM_FIELD, MatHint, MatIcon, MatIconButton, MatInput, MatLabel, MatSuffix],
  templateUrl: './password-field.html',
  styles: `
    mat-form-field {
      inline-size: 100%;
    }
    button {
      margin-inline-end: 4px;
    }
  `,
})
export class PasswordField {
  readonly field = input.required<FieldTree<string>>();
  readonly label = input.required<string>();
  readonly autocomplete = input.required<'current-password' | 'new-password'>();
  readonly hint = input<string>();

  protected readonly isShown = signal(false);

  protected toggle(): void {
    this.isShown.update((shown) => !shown);
  }
}
