import { describe, expect, it } from '@jest/globals';
import { insertingSnippet, snippetQueryAt, snippetsFor, snippetsWith } from './snippet-query';

const ALL = [
  { name: 'Thanks', text: 'Thank you, Emma.' },
  { name: 'Serial number, please', text: 'What is the number on its back?' },
  { name: 'Größe des Bildschirms', text: 'Wie groß ist er?' },
];

describe('a snippet that is begun', () => {
  it.each([
    ['/', 1, ''],
    ['/ser', 4, 'ser'],
    ['Hello,\n/th', 10, 'th'],
    ['/ser and more', 4, 'ser'],
  ])('in %j at %i is %j', (text, caret, typed) => {
    expect(snippetQueryAt(text, caret)?.typed).toBe(typed);
  });

  it.each([
    ['and/or', 6],
    [' /th', 4],
    ['/etc/hosts', 10],
    ['/th\n', 4],
    ['https://', 8],
  ])('is none in %j at %i', (text, caret) => {
    expect(snippetQueryAt(text, caret)).toBeNull();
  });

  it('offers those a word of whose name begins so', () => {
    const names = (typed: string): string[] => snippetsFor({ from: 0, typed }, ALL).map(({ name }) => name);
    expect([names('num'), names('THA'), names('gros'), names('nothing'), names(' t')]).toEqual([
      ['Serial number, please'],
      ['Thanks'],
      // As the search of tickets reads it.
      ['Größe des Bildschirms'],
      [],
      [],
    ]);
    expect([names(''), names('grö')]).toEqual([ALL.map(({ name }) => name), ['Größe des Bildschirms']]);
  });

  it('is replaced by the text, and the caret stands after it', () => {
    expect(insertingSnippet({ from: 7, typed: 'th' }, ALL[0]!)).toEqual({
      ...{ from: 7, to: 10, insert: 'Thank you, Emma.', selectFrom: 23, selectTo: 23 },
    });
  });
});

describe('the search for snippets', () => {
  it('finds every word in name or text, names first', () => {
    const found = (search: string): string[] => snippetsWith(search, ALL).map(({ name }) => name);
    expect([found('number'), found('thank emma'), found('back serial'), found('zzz')]).toEqual([
      ['Serial number, please'],
      ['Thanks'],
      ['Serial number, please'],
      [],
    ]);
    expect(found('')).toHaveLength(3);
  });
});
