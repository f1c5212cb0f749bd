import { describe, expect, it } from '@jest/globals';
import { wholeNumber } from './whole-number';

describe('a whole number', () => {
  it.each([0, 7, 999, 1000, 1234567])('is written as the locale writes it: %d', (value) => {
    for (const locale of ['en-GB', 'de'])
      expect(wholeNumber(value, locale)).toBe(new Intl.NumberFormat(locale).format(value));
  });
});
