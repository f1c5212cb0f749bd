import { Directive, inject } from '@angular/core';
import { MatSortHeader } from '@angular/material/sort';

/** What the head of a column does, for those who hear it: Material's own word is English everywhere. */
@Directive({ selector: '[mat-sort-header]' })
export class SortWords {
  constructor() {
    inject(MatSortHeader).sortActionDescription = $localize`Sort`;
  }
}
