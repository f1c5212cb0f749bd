import type { Provider } from '@angular/core';
import { MAT_FORM_FIELD_DEFAULT_OPTIONS, type MatFormFieldDefaultOptions } from '@angular/material/form-field';

// Most fields must be filled, so it is the others that say "optional".
const OPTIONS: MatFormFieldDefaultOptions = {
  appearance: 'outline',
  subscriptSizing: 'dynamic',
  hideRequiredMarker: true,
};

/** Given by the frames that hold forms, not by the app: the landing page would load the fields for nothing. */
export const FORM_FIELD_DEFAULTS: Provider = { provide: MAT_FORM_FIELD_DEFAULT_OPTIONS, useValue: OPTIONS };
