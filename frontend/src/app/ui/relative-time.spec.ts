import { describe, expect, it } from '@jest/globals';
import { relativeTime } from './relative-time';

const NOW = Date.parse('2026-06-15T12:00:00Z');

describe('a time in words', () => {
  it.each([
    ['2026-06-15T12:00:20Z', 'just now'],
    ['2026-06-15T11:59:30Z', 'just now'],
    ['2026-06-15T11:58:00Z', '2 min. ago'],
    ['2026-06-15T09:10:00Z', '2 hr. ago'],
    ['2026-06-13T12:00:00Z', '2 days ago'],
    ['2026-06-01T12:00:00Z', 'Jun 1'],
    ['2025-12-24T12:00:00Z', 'Dec 24, 2025'],
  ])('%s is "%s"', (at, words) => {
    expect(relativeTime(Date.parse(at), NOW, 'en')).toBe(words);
  });
});
