import type { Params } from '@angular/router';
import { describe, expect, it } from '@jest/globals';
import { aView } from '../../../testing/builders';
import { QUEUE_VIEWS, savedQueueView, standingView, WHOLE_QUEUE } from '../../platform/queue-views';
import { listQueryFrom } from '../queue/queue-query';
import { changeOf, columnsIn, contentOf, filtersChanged, isChanged, paramsOfView } from './view-state';

const URGENT = savedQueueView(aView({ filters: { priority: ['urgent'], assignee: 'none' }, sort: '-updatedAt' }));

/** The address after a change, as the router would merge it. */
function after(address: Params, change: Params): Params {
  const merged = { ...address, ...changeOf(URGENT, change) };
  return Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== null));
}

const asked = (address: Params): object => listQueryFrom(paramsOfView(address, URGENT));
const PAGE = { limit: '25', total: 'true' };

describe('the address of a view', () => {
  it('shows what the view keeps, and on top what it says itself', () => {
    expect(asked({})).toEqual({ ...PAGE, priority: 'urgent', assignee: 'none', sort: '-updatedAt' });
    expect(asked({ priority: 'high', status: 'on_hold' })).toEqual({
      ...PAGE,
      ...{ priority: 'high', status: 'on_hold', assignee: 'none', sort: '-updatedAt' },
    });
  });

  it('can take away what the view keeps, and give it back', () => {
    const without = after({}, { priority: null, sort: null });
    expect(without).toEqual({ priority: '', sort: '' });
    expect(asked(without)).toEqual({ ...PAGE, assignee: 'none' });
    expect([isChanged(without, URGENT), filtersChanged(without, URGENT)]).toEqual([true, ['priority']]);
    const again = after(without, { priority: 'urgent', sort: '-updatedAt' });
    expect([again, isChanged(again, URGENT)]).toEqual([{}, false]);
  });

  it('is not changed by a page, nor by words that are no filters', () => {
    expect(isChanged({ view: URGENT.id, cursor: 'abc', from: '26', utm: 'mail' }, URGENT)).toBe(false);
    expect(isChanged({ columns: 'number,subject' }, URGENT)).toBe(true);
    expect(columnsIn({ columns: 'updatedAt,colour,number' })).toEqual(['number', 'subject', 'updatedAt']);
  });

  it('is saved as the API takes it', () => {
    const params = { status: 'on_hold,resolved', category: 'a', assignee: 'me', number: '7' };
    expect(contentOf(params, ['subject'])).toEqual({
      filters: { status: ['on_hold', 'resolved'], category: ['a'], assignee: 'me', number: '7' },
      sort: '-createdAt',
      columns: ['subject'],
    });
  });
});

describe('the standing views of staff', () => {
  it('are there without asking anybody, the whole queue among them', () => {
    expect(QUEUE_VIEWS.map(({ label }) => label)).toEqual([
      ...['My open', 'Unassigned', 'All open', 'Waiting', 'Recently resolved', 'All'],
    ]);
    expect(standingView()).toEqual(WHOLE_QUEUE);
    expect(standingView('recently-resolved')?.params).toEqual({ status: 'resolved', sort: '-updatedAt' });
  });
});
