import { signal } from '@angular/core';
import { describe, expect, it } from '@jest/globals';
import { rowKeys } from './row-keys';

describe('the names of rows', () => {
  const ids = signal<readonly string[]>(['a', 'b', 'c']);
  const keyOf = rowKeys(ids);
  const keys = (): number[] => ids().map(keyOf);

  it('stay with what stays, wherever it goes, and are new for what is new', () => {
    expect(keys()).toEqual([1, 2, 3]);
    ids.set(['d', 'c', 'a']);
    expect(keys()).toEqual([4, 3, 1]);
  });

  it('go on to others where all give way', () => {
    ids.set(['x', 'y', 'z', 'b']);
    expect(keys()).toEqual([4, 3, 1, 5]);
    ids.set(['q']);
    expect(keys()).toEqual([4]);
  });
});
