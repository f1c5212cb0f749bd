import { DecimalPipe } from '@angular/common';
import { Component, computed, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { csvLine, disarmed } from '@deskhand/shared';
import { saveFile } from '../../platform/save-file';
import type { ImportReport } from './import-api';

/** Rows that are shown; the download has all that the server told of. */
const SHOWN = 100;

/** What came of a file, or would come of it. */
@Component({
  selector: 'dh-import-result',
  imports: [DecimalPipe, MatButton, MatIcon],
  templateUrl: './import-result.html',
  styleUrl: './import-result.scss',
})
export class ImportResult {
  readonly report = input.required<ImportReport>();

  protected readonly shown = computed(() => this.report().problems.slice(0, SHOWN));
  protected readonly hidden = computed(() => this.report().failed - this.shown().length);

  /** As a table again, to be worked through beside the file. */
  protected download(): void {
    const rows = this.report().problems.map(({ line, column, detail }) => [String(line), column ?? '', detail]);
    const lines = [['line', 'column', 'reason'], ...rows].map((cells) => csvLine(cells.map(disarmed)));
    saveFile(new Blob(['\ufeff', ...lines], { type: 'text/csv' }), 'rows-not-taken.csv');
  }
}
