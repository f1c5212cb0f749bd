import { describe, expect, it } from '@jest/globals';
import { aTicketSummary } from '../../../testing/tickets';
import type { TicketSummary } from '../model/ticket';
import { type ListNews, mergeInPlace } from './list-news';

const row = (id: string, facts: Partial<TicketSummary> = {}): TicketSummary => aTicketSummary({ id, ...facts });
const rows = (ids: string): TicketSummary[] => Array.from(ids, (id) => row(id));
const orderOf = (items: readonly TicketSummary[]): string => items.map(({ id }) => id).join('');

describe('a list that changes while somebody looks at it', () => {
  it.each<[string, string, string, ListNews | null]>([
    ['nothing', 'abc', 'abc', null],
    ['a new ticket on top', 'abc', 'xabc', { added: 1, moved: 0 }],
    ['two new ones on a full page, which push two off', 'abcd', 'xyab', { added: 2, moved: 2 }],
    ['a new ticket at the end', 'abc', 'abcx', { added: 1, moved: 0 }],
    ['one that left, where another fills the page', 'abc', 'acx', { added: 0, moved: 1 }],
    ['one that moved to the top', 'abc', 'cab', { added: 0, moved: 1 }],
    ['an empty list that has some now', '', 'ab', { added: 2, moved: 0 }],
    ['a list that is empty now', 'ab', '', { added: 0, moved: 2 }],
    ['all others', 'ab', 'xy', { added: 0, moved: 2 }],
  ])('keeps every row where it is: %s', (_what, shown, fresh, news) => {
    const merged = mergeInPlace(rows(shown), rows(fresh));
    expect(orderOf(merged.items)).toBe(shown);
    expect(merged.news).toEqual(news);
    expect([...merged.changed]).toEqual([]);
  });

  it('shows each row as it is now, also one that left the list, and says which look otherwise', () => {
    const fresh = [row('b'), row('a', { version: 4, status: 'in_progress' })];
    const elsewhere = [row('c', { version: 5, status: 'closed' })];
    const merged = mergeInPlace(rows('abc'), fresh, elsewhere);
    expect(merged.items.map(({ id, status }) => [id, status])).toEqual([
      ['a', 'in_progress'],
      ['b', 'submitted'],
      ['c', 'closed'],
    ]);
    expect([...merged.changed]).toEqual(['a', 'c']);
  });

  it('does not take back a change of the own hand that an older answer does not know', () => {
    const merged = mergeInPlace([row('a', { version: 5, priority: 'high' })], [row('a', { version: 4 })]);
    expect(merged.items[0]?.priority).toBe('high');
    expect(merged.changed.size).toBe(0);
  });
});
