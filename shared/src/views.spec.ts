import { describe, expect, it } from '@jest/globals';
import { columnsInOrder, DEFAULT_COLUMNS, STANDING_VIEW_IDS, STANDING_VIEWS, standingViewsFor } from './views.js';

describe('standing views', () => {
  it('are each there once', () => {
    expect(STANDING_VIEWS.map(({ id }) => id)).toEqual(STANDING_VIEW_IDS);
  });

  it('are what the product promises to staff and to employees', () => {
    const names = (role: 'agent' | 'employee'): string[] => standingViewsFor(role).map(({ name }) => name);
    expect(names('agent').slice(0, 5)).toEqual(['My open', 'Unassigned', 'All open', 'Waiting', 'Recently resolved']);
    expect(names('employee')).toEqual(['Mine', 'Watching']);
  });
});

describe('the columns of a view', () => {
  it('stand in the order of the table, each once, and the subject always', () => {
    expect(columnsInOrder(['updatedAt', 'number', 'number', 'unheard-of'])).toEqual(['number', 'subject', 'updatedAt']);
    expect(columnsInOrder([])).toEqual(['subject']);
    expect(columnsInOrder(DEFAULT_COLUMNS)).toEqual(DEFAULT_COLUMNS);
  });
});
