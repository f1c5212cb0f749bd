import { describe, expect, it } from '@jest/globals';
import { knownLanguage, LANGUAGE_NAMES, languageOf, LANGUAGES, localeOf } from './index.js';

describe('Languages', () => {
  it.each([
    ['de', 'de'],
    ['de-AT', 'de'],
    ['DE-ch', 'de'],
    ['en-US', 'en'],
    ['fr', undefined],
    ['deu', undefined],
    ['', undefined],
    [null, undefined],
  ])('the language of %s is %s', (tag, language) => {
    expect(knownLanguage(tag)).toBe(language);
  });

  it('whoever reads none of them reads the first', () => {
    expect([languageOf('pt-BR'), languageOf('de')]).toEqual([LANGUAGES[0], 'de']);
  });

  it.each([
    ['en', 'en-GB'],
    ['en-US', 'en-US'],
    ['de', 'de'],
    ['de-AT', 'de-AT'],
    ['fr-FR', 'en-GB'],
  ])('dates are written for %s as in %s', (tag, locale) => {
    expect(localeOf(tag)).toBe(locale);
  });

  it('each has a name of its own', () => {
    expect(Object.keys(LANGUAGE_NAMES)).toEqual([...LANGUAGES]);
  });
});
