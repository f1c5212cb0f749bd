import { Component, input } from '@angular/core';
import { type FieldTree, FormField } from '@angular/forms/signals';
import { MatError, MatHint, MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { FORM_FIELD } from '../../ui/form-field';

/** A whole number with its name and what it is for. */
@Component({
  selector: 'dh-number-field',
  imports: [FormField, MatError, FORM_FIELD, MatHint, MatInput, MatLabel],
  template: `
    <mat-form-field>
      <mat-label>{{ label() }}</mat-label>
      <input matInput type="number" inputmode="numeric" step="1" [formField]="field()" />
      <mat-hint>{{ hint() }}</mat-hint>
      @if (field()().errors()[0]; as failure) {
        <mat-error>{{ failure.message }}</mat-error>
      }
    </mat-form-field>
  `,
  styles: `
    mat-form-field {
      inline-size: 100%;
    }
  `,
})
export class NumberField {
  readonly field = input.required<FieldTree<number | null>>();
  readonly label = input.required<string>();
  readonly hint = input('');
}
