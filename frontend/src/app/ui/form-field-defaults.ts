import type { Provider } from '@angular/core';
import { MAT_FORM_FIELD_DEFAULT_OPTIONS, type MatFormFieldDefaultOptions } from '@angular/material/form-field';

const OPTIONS: MatFormFieldDefaultOptions = { appearance: 'outline', subscriptSizing: 'dynamic' };

/** Given by the frames that hold forms, not by the app: the landing page would load the fields for nothing. */
export const FORM_FIELD_DEFAULTS: Provider = { provide: MAT_FORM_FIELD_DEFAULT_OPTIONS, useValue: OPTIONS };
