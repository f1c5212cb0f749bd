import { closeSync, openSync, writeSync } from 'node:fs';
import { csvLine } from '@deskhand/shared';
import { StartupProblem } from '../../platform/startup-problem.js';

/** The rows that were not taken, as a file of their own that can be mended and imported; made with the first of them. */
export class RejectedRows {
  readonly path: string;
  private file: number | null = null;

  constructor(source: string) {
    this.path = `${source.replace(/(\.csv)?(\.gz)?$/i, '')}.rejected.csv`;
  }

  add(columns: readonly string[], cells: readonly string[], reason: string): void {
    this.file ??= this.open(columns);
    const missing = Array.from({ length: Math.max(0, columns.length - cells.length) }, () => '');
    writeSync(this.file, csvLine([...cells, ...missing, reason]));
  }

  close(): void {
    if (this.file !== null) closeSync(this.file);
    this.file = null;
  }

  private open(columns: readonly string[]): number {
    try {
      const file = openSync(this.path, 'w');
      writeSync(file, `\ufeff${csvLine([...columns, 'reason'])}`);
      return file;
    } catch {
      throw new StartupProblem(`The rows that cannot be taken belong into ${this.path}, which cannot be written.`);
    }
  }
}
