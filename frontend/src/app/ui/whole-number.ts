import { remembered } from '../platform/remembered';

const numberFormat = remembered((locale) => new Intl.NumberFormat(locale));

/** Thousands as the locale groups them. Below them all of our locales write the same, and the first format takes 20 ms. */
export function wholeNumber(value: number, locale: string): string {
  return Math.abs(value) < 1000 ? String(value) : numberFormat(locale).format(value);
}
