import { describe, expect, it } from '@jest/globals';
import { textIn, textsIn, toggledIn, without, wordsIn } from './query-params';

describe('what an address says', () => {
  it('is text without its blanks, or nothing', () => {
    const params = { state: ' failed ', kind: ['a', 'b'], empty: '' };
    expect(['state', 'kind', 'empty', 'none'].map((key) => textIn(params, key))).toEqual(['failed', '', '', '']);
    expect(textsIn(params, ['state', 'kind', 'empty', 'none'])).toEqual({ state: 'failed' });
  });

  it('lists words, of which those that are known count', () => {
    expect(wordsIn({ kind: 'b,x,a' }, 'kind', ['a', 'b', 'c'])).toEqual(['a', 'b']);
    expect(wordsIn({}, 'kind', ['a'])).toEqual([]);
  });

  it('changes by one word', () => {
    expect([toggledIn(['a'], 'b'), toggledIn(['a', 'b'], 'a'), toggledIn(['a'], 'a')]).toEqual(['a,b', 'b', null]);
    expect(without(['from', 'to'])).toEqual({ from: null, to: null });
  });
});
