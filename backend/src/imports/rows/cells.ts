import { type ImportField, LIMITS } from '@deskhand/shared';
import { isEmail } from 'class-validator';
import type { Columns } from '../file/columns.js';
import { textOf } from '../file/import-rows.js';
import { BadCell } from './bad-cell.js';
import type { NamedPerson } from './draft.js';
import { readTime } from './times.js';

/** What a person could not have typed either; NUL cannot even be stored. */
const STORABLE = /^(?:[^\p{Cc}\p{Cs}]|[\n\r\t])*$/u;

export interface Sized {
  readonly min: number;
  readonly max: number;
}

/** The mapped cells of one row, read with complaints that name the column. */
export class Cells {
  constructor(
    private readonly cells: readonly string[],
    private readonly columns: Columns,
    /** Of times that name none. */
    private readonly timeZone: string,
    readonly now: Date,
  ) {}

  /** Empty where there is no such column. */
  text(field: ImportField): string {
    const column = this.columns.get(field);
    const text = column ? textOf(this.cells[column.at] ?? '') : '';
    if (!STORABLE.test(text)) throw this.bad(field, 'There are control characters in it. Leave them out.');
    return text;
  }

  sized(field: ImportField, text: string, limits: Sized): string {
    if (Array.from(text).length < limits.min) {
      throw this.bad(field, `It is too short: ${limits.min} to ${limits.max} characters are taken.`);
    }
    if (text.length > limits.max) {
      throw this.bad(field, `It is too long: ${limits.min} to ${limits.max} characters are taken.`);
    }
    return text;
  }

  /** One of these words, whatever their case; nothing where the cell is empty. */
  choice<T>(field: ImportField, words: ReadonlyMap<string, T>, taken: string): T | null {
    const text = this.text(field);
    if (text === '') return null;
    const value = words.get(text.toLowerCase());
    if (value === undefined) throw this.bad(field, `"${text.slice(0, 60)}" is not known. Known are: ${taken}.`);
    return value;
  }

  time(field: ImportField): Date | null {
    const text = this.text(field);
    return text === '' ? null : this.timeIn(field, text);
  }

  /** A time that stands within a cell. */
  timeIn(field: ImportField, text: string): Date {
    const time = readTime(text, this.timeZone);
    if (!time) throw this.bad(field, `"${text.slice(0, 60)}" is no time. Write it like 2026-03-31 14:05.`);
    if (time > this.now) throw this.bad(field, `"${text.slice(0, 60)}" lies in the future.`);
    return time;
  }

  email(field: ImportField, text: string): string {
    const email = text.toLowerCase();
    if (email.length <= LIMITS.email.max && isEmail(email)) return email;
    throw this.bad(field, `"${text.slice(0, 60)}" is no mail address.`);
  }

  person(field: ImportField, address: string, name = ''): NamedPerson {
    return namedByAddress(this.email(field, address), name);
  }

  bad(field: ImportField, detail: string): BadCell {
    return new BadCell(detail, this.columns.get(field)?.name);
  }
}

/** Before the at sign stands what comes nearest to a name, where none is known. */
export function namedByAddress(email: string, name = ''): NamedPerson {
  const known = name.replace(/\s+/g, ' ').trim() || email.slice(0, email.indexOf('@'));
  return { email, name: known.slice(0, LIMITS.name.max) };
}
