import { describe, expect, it } from '@jest/globals';
import { initialsOf } from './avatar';

describe('initials', () => {
  it.each([
    ['Emma Thompson', 'ET'],
    ['Maximilian von Habsburg-Lothringen', 'MH'],
    ['łukasz wójcik', 'ŁW'],
    ['Prince', 'P'],
    ['  Ana   Souza ', 'AS'],
    ['E\u0301mile Zola', 'E\u0301Z'],
    ['नमन शर्मा', 'नश'],
    ['👩‍💻 Lovelace', '👩‍💻L'],
    ['', ''],
  ])('of "%s" are "%s"', (name, initials) => {
    expect(initialsOf(name)).toBe(initials);
  });
});
