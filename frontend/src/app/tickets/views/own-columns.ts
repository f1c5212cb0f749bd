import { Service, signal } from '@angular/core';
import { columnsInOrder, DEFAULT_COLUMNS, type ViewColumn } from '@deskhand/shared';

const STORAGE_KEY = 'deskhand-columns';

/** What the table of the standing views shows: nobody can change those, so it is this browser's choice. */
@Service()
export class OwnColumns {
  private readonly choice = signal<readonly ViewColumn[]>(stored());
  readonly chosen = this.choice.asReadonly();

  choose(columns: readonly ViewColumn[]): void {
    this.choice.set(columns);
    try {
      localStorage.setItem(STORAGE_KEY, columns.join(','));
    } catch {
      // Storage is switched off: the choice lasts as long as the page.
    }
  }
}

function stored(): readonly ViewColumn[] {
  try {
    const columns = localStorage.getItem(STORAGE_KEY);
    return columns === null ? DEFAULT_COLUMNS : columnsInOrder(columns.split(','));
  } catch {
    return DEFAULT_COLUMNS;
  }
}
