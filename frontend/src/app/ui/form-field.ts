import { getSupportedInputTypes } from '@angular/cdk/platform';
import { Directive } from '@angular/core';
import {
  MAT_FORM_FIELD_DEFAULT_OPTIONS,
  MatFormField,
  type MatFormFieldDefaultOptions,
} from '@angular/material/form-field';

// Most fields must be filled, so it is the others that say "optional".
const OPTIONS: MatFormFieldDefaultOptions = {
  appearance: 'outline',
  subscriptSizing: 'dynamic',
  hideRequiredMarker: true,
};

// Material's first field tries which kinds of inputs there are, which takes a slow phone twenty milliseconds: here it has a
// turn of its own, before the one in which the page is made.
setTimeout(getSupportedInputTypes);

/** How fields look here: said beside each, because a frame that says it loads them for every page, also for one without any. */
@Directive({
  selector: 'mat-form-field',
  providers: [{ provide: MAT_FORM_FIELD_DEFAULT_OPTIONS, useValue: OPTIONS }],
})
/** @public The compiler names it wherever a field stands. */
export class FormFieldLook {}

/** For whoever has a `mat-form-field` in his template. */
export const FORM_FIELD = [MatFormField, FormFieldLook] as const;
