import { describe, expect, it } from '@jest/globals';
import { totalInWords } from './keyset-pager';

describe('how many there are, in words', () => {
  it('is the number, with a plus where counting stopped, wherever that was', () => {
    expect(totalInWords({ value: 37, relation: 'eq' }, 'en-GB')).toBe('37');
    expect(totalInWords({ value: 37, relation: 'gte' }, 'en-GB')).toBe('37+');
    expect(totalInWords({ value: 10_000, relation: 'gte' }, 'en-GB')).toBe('10,000+');
  });

  it('is never less than what is shown', () => {
    expect(totalInWords({ value: 37, relation: 'gte' }, 'en-GB', 50)).toBe('50+');
    expect(totalInWords({ value: 37, relation: 'eq' }, 'en-GB', 25)).toBe('37');
  });
});
