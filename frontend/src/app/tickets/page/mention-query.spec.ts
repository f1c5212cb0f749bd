import { describe, expect, it } from '@jest/globals';
import { mentioning, mentionQueryAt, offeredFor } from './mention-query';

const PEOPLE = ['Ann Lee', 'Bob Annison', 'Zoë Groß'].map((name) => ({ id: name, name }));

describe('a mention that is begun', () => {
  it.each([
    ['@', 0, ''],
    ['Ask @an', 4, 'an'],
    ['(@Ann L', 1, 'Ann L'],
    ['two\n@zo', 4, 'zo'],
  ])('is found before the caret in %j', (text, from, typed) => {
    expect(mentionQueryAt(text, text.length)).toEqual({ from, typed });
  });

  it.each(['', 'ann@ex', 'x_@ann', '@ann\nand', 'nobody'])('is none in %j', (text) => {
    expect(mentionQueryAt(text, text.length)).toBeNull();
  });

  it('ends where the caret stands', () => {
    expect(mentionQueryAt('@ann and more', 3)).toEqual({ from: 0, typed: 'an' });
  });

  it.each([
    ['', ['Ann Lee', 'Bob Annison', 'Zoë Groß']],
    ['ANN', ['Ann Lee', 'Bob Annison']],
    ['ann l', ['Ann Lee']],
    ['zoe', ['Zoë Groß']],
    ['Ann Lee knows', []],
    [' ', []],
    ['nn', []],
  ])('offers for %j those whose name, or a word of it, begins so', (typed, names) => {
    expect(offeredFor({ from: 0, typed }, PEOPLE).map(({ name }) => name)).toEqual(names);
  });

  it('offers six at most', () => {
    const many = Array.from({ length: 9 }, (_, at) => ({ id: String(at), name: `Ann ${at}` }));
    expect(offeredFor({ from: 0, typed: 'ann' }, many)).toHaveLength(6);
  });

  it('becomes the whole name, with the caret after it', () => {
    expect(mentioning({ from: 4, typed: 'an' }, { id: '1', name: 'Ann Lee' })).toEqual({
      ...{ from: 4, to: 7, insert: '@Ann Lee ' },
      ...{ selectFrom: 13, selectTo: 13 },
    });
  });
});
