import { describe, expect, it } from '@jest/globals';
import { excerptOf, foldWord, markHits } from './search-words.js';

const hits = (text: string, q: string): string[] =>
  markHits(text, q)
    .filter(({ isHit }) => isHit)
    .map((piece) => piece.text);

describe('what is searched for in a text', () => {
  it.each([
    ['The PRINTER jams', 'printer', ['PRINTER']],
    ['The printer jams', 'prin', ['printer']],
    ['The printer jams', 'prin ', []],
    ['Résumé and re\u0301sume\u0301', 'resume', ['Résumé', 're\u0301sume\u0301']],
    ['Straße', 'STRASSE', ['Straße']],
    ['printer.office.local', 'office.printer', ['printer', 'office']],
    ['Ticket 1042', '#1042', ['1042']],
    ['C# and C', 'C#', ['C#', 'C']],
    ['“printer”, (jams)', '“printer” (jams)', ['printer', 'jams']],
    ['100 % of <b>', '% <', ['%', '<']],
    ['Thanks 😀', '😀', ['😀']],
    ['nothing', '', []],
  ])('in “%s”, “%s” marks %j', (text, q, expected) => {
    expect(hits(text, q)).toEqual(expected);
  });

  it('keeps the text as it is', () => {
    const text = ' A “Café”,\n😀 re\u0301sume\u0301 <b>& ';
    for (const q of ['', 'cafe', '😀 <', 'zzz', ' a']) {
      expect(
        markHits(text, q)
          .map((piece) => piece.text)
          .join(''),
      ).toBe(text);
    }
    expect(markHits('', 'a')).toEqual([]);
  });

  it('folds case and accents', () => {
    expect(['Ünal', 'ÆRØ', 'łódź', 'İstanbul'].map(foldWord)).toEqual(['unal', 'aero', 'lodz', 'istanbul']);
  });

  it('cuts a line around the first hit', () => {
    const text = `${'before '.repeat(60)}printer\n\n${'after '.repeat(60)}`;
    const line = excerptOf(text, 'printer');
    expect(line).toMatch(/^… (before )+printer (after )+…$/);
    expect(line.length).toBeLessThanOrEqual(166);
    expect(excerptOf('short  text', 'printer')).toBe('short text');
    expect(excerptOf('x'.repeat(500), 'printer')).toBe(`${'x'.repeat(160)} …`);
    expect(excerptOf('😀'.repeat(300), 'zzz').isWellFormed()).toBe(true);
    expect(excerptOf(`${'a'.repeat(300)} printer`, 'printer')).toMatch(/printer$/);
  });
});
