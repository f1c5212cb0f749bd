import { TestBed } from '@angular/core/testing';
import { MAT_DATE_LOCALE } from '@angular/material/core';
import { describe, expect, it } from '@jest/globals';
import { TypedDateAdapter } from './typed-date-adapter';

const NOVEMBER_12 = new Date(2026, 10, 12);

function parsed(text: string, locale: string): Date | null {
  TestBed.resetTestingModule();
  TestBed.configureTestingModule({ providers: [TypedDateAdapter, { provide: MAT_DATE_LOCALE, useValue: locale }] });
  return TestBed.inject(TypedDateAdapter).parse(text);
}

describe('a date that somebody types', () => {
  it.each([
    ['12/11/2026', 'en-GB'],
    ['11/12/2026', 'en-US'],
    ['12.11.26', 'de-DE'],
    ['2026-11-12', 'de-DE'],
    ['2026. 11. 12.', 'ko-KR'],
  ])('%s is the 12th of November in %s', (text, locale) => {
    expect(parsed(text, locale)).toEqual(NOVEMBER_12);
  });

  it('that there is not is refused', () => {
    for (const text of ['31/02/2026', '12/11', 'soon', '12/13/2026', '0/1/2026'])
      expect(parsed(text, 'en-GB')?.getTime()).toBeNaN();
  });

  it('may be left out', () => {
    expect(parsed('  ', 'en-GB')).toBeNull();
  });
});
