import { describe, expect, it } from '@jest/globals';
import { chipsFrom } from './filter-chips';

const NAMES = { categories: [], agents: [], locale: 'en-GB', now: new Date(2026, 10, 23) };
const day = (month: number, date: number): string => new Date(2026, month - 1, date).toISOString();

describe('the chips of the filters', () => {
  it('tell whose turn it is and what is unread in words', () => {
    const chips = chipsFrom({ turn: 'staff', unread: 'true', sort: 'number' }, {}, NAMES);
    expect(chips.map(({ label }) => label)).toEqual(['Whose turn: IT staff', 'Unread']);
  });

  it('are one for the two ends of a time, which go with it together', () => {
    const params = { createdFrom: day(10, 1), createdTo: day(11, 13), updatedFrom: day(11, 12) };
    const [created, updated, ...others] = chipsFrom(params, {}, NAMES);
    expect(created?.label).toMatch(/^Created: 1 Oct\s–\s12 Nov$/);
    expect(created?.keys).toEqual(['createdFrom', 'createdTo']);
    expect([updated?.label, others]).toEqual(['Updated: since 12 Nov', []]);
  });

  it('leave out what the name of the view tells', () => {
    expect(chipsFrom({ phase: 'new', turn: 'staff' }, { phase: 'new' }, NAMES)).toHaveLength(1);
  });
});
