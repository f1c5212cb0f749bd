import { Service } from '@angular/core';
import { NativeDateAdapter } from '@angular/material/core';

/** Reads a date as the reader's language writes it: Material's own takes 12/11 for the 11th of December everywhere. */
@Service({ autoProvided: false })
export class TypedDateAdapter extends NativeDateAdapter {
  override parse(value: unknown): Date | null {
    if (typeof value !== 'string' || value.trim() === '') return null;
    const numbers = value.match(/\d+/g)?.map(Number) ?? [];
    const isIso = /^\s*\d{4}\D/.test(value);
    const order = isIso ? (['year', 'month', 'day'] as const) : this.order();
    const [year, month, day] = (['year', 'month', 'day'] as const).map((part) => numbers[order.indexOf(part)]);
    if (numbers.length !== 3 || year === undefined || month === undefined || day === undefined) return this.invalid();
    const date = new Date(year < 100 ? 2000 + year : year, month - 1, day);
    return date.getMonth() === month - 1 && date.getDate() === day ? date : this.invalid();
  }

  private order(): string[] {
    const parts = new Intl.DateTimeFormat(this.locale as string).formatToParts(0);
    return parts.map(({ type }) => type as string).filter((type) => ['year', 'month', 'day'].includes(type));
  }
}
