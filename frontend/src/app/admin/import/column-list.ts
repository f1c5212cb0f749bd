import { Component, input, output } from '@angular/core';
import { MatLabel } from '@angular/material/form-field';
import { MatOption, MatSelect } from '@angular/material/select';
import type { ImportField } from '@deskhand/shared';
import { FORM_FIELD } from '../../ui/form-field';
import { FIELD_CHOICES } from './field-words';
import type { FileHead } from './file-head';

/** The columns of a file with their first cells, and what each of them is. */
@Component({
  selector: 'dh-column-list',
  imports: [FORM_FIELD, MatLabel, MatOption, MatSelect],
  templateUrl: './column-list.html',
  styleUrl: './column-list.scss',
})
export class ColumnList {
  readonly head = input.required<FileHead>();
  readonly fields = input.required<readonly (ImportField | null)[]>();
  readonly disabled = input(false);
  readonly changed = output<readonly (ImportField | null)[]>();

  protected readonly choices = FIELD_CHOICES;

  protected samplesOf(at: number): string[] {
    return this.head().samples.flatMap((cells) => {
      const text = cells[at]?.trim() ?? '';
      return text === '' ? [] : [text.length > 160 ? `${text.slice(0, 160)}…` : text];
    });
  }

  /** A field comes from one column: the former one lets it go. */
  protected choose(at: number, choice: ImportField | ''): void {
    const field = choice || null;
    this.changed.emit(this.fields().map((each, index) => (index === at ? field : each === field ? null : each)));
  }
}
