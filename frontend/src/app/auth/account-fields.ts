import { Component, input } from '@angular/core';
import { type FieldTree, FormField } from '@angular/forms/signals';
import { MatError, MatHint, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { FORM_FIELD } from '../ui/form-field';
import { PasswordField } from '../ui/password-field';

/** What a new account is made of. Whoever was invited has an address already. */
@Component({
  selector: 'dh-account-fields',
  imports: [FormField, MatError, FORM_FIELD, MatHint, MatInput, MatLabel, PasswordField],
  templateUrl: './account-fields.html',
  styles: `
    :host {
      display: grid;
      gap: 16px;
    }
  `,
})
export class AccountFields {
  readonly name = input.required<FieldTree<string>>();
  readonly email = input<FieldTree<string>>();
  readonly emailHint = input('');
  readonly password = input.required<FieldTree<string>>();
}
