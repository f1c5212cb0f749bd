import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { ApplicationRef, EnvironmentInjector, runInInjectionContext, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { aMe } from '../../../testing/builders';
import { aTicketSummary } from '../../../testing/tickets';
import { Session } from '../../platform/session';
import { type ShownList, TicketWalk } from './ticket-walk';

const rows = (...ids: string[]): ShownList['page']['items'] => ids.map((id) => aTicketSummary({ id }));
const LIST: ShownList = {
  label: 'Unassigned',
  url: '/queue?view=unassigned&cursor=two&from=26',
  query: { assignee: 'none', limit: '25', total: 'true', cursor: 'two' },
  page: { items: rows('c', 'd'), nextCursor: 'three', previousCursor: 'one', total: { value: 6, relation: 'eq' } },
  firstRow: 3,
};

let http: HttpTestingController;
let walk: TicketWalk;
let list: ReturnType<typeof signal<ShownList | undefined>>;

function begin(): void {
  TestBed.configureTestingModule({
    providers: [provideRouter([]), provideHttpClient(), provideHttpClientTesting()],
  });
  http = TestBed.inject(HttpTestingController);
  TestBed.inject(Session).begin(aMe());
  walk = TestBed.inject(TicketWalk);
}

beforeEach(() => {
  sessionStorage.clear();
  begin();
  list = signal<ShownList | undefined>(LIST);
  runInInjectionContext(TestBed.inject(EnvironmentInjector), () => {
    walk.keep(list);
  });
  TestBed.inject(ApplicationRef).tick();
});

/** Asks for a neighbour that stands on another page, which the API answers. */
async function besides(id: string, step: -1 | 1, items: ShownList['page']['items']): Promise<[string, string | null]> {
  const neighbour = walk.besides(id, step);
  const request = http.expectOne(({ url }) => url === '/api/v1/tickets');
  request.flush({ items, nextCursor: null, previousCursor: null });
  return [request.request.params.toString(), await neighbour];
}

describe('the walk through a list', () => {
  it('knows where a ticket stands, and who stands beside it', async () => {
    expect(walk.placeOf('d')).toEqual({
      ...{ label: 'Unassigned', url: LIST.url, at: 4, total: { value: 6, relation: 'eq' } },
      ...{ hasEarlier: true, hasLater: true },
    });
    expect([await walk.besides('c', 1), await walk.besides('d', -1), walk.placeOf('x')]).toEqual(['d', 'c', null]);
  });

  it('goes on where the page ends, in both directions, until the list does', async () => {
    expect(await besides('d', 1, rows('e', 'f'))).toEqual(['assignee=none&limit=25&total=false&cursor=three', 'e']);
    expect(await besides('c', -1, rows('a', 'b'))).toEqual(['assignee=none&limit=25&total=false&cursor=one', 'b']);
    expect(['a', 'b', 'e', 'f'].map((id) => walk.placeOf(id)?.at)).toEqual([1, 2, 5, 6]);
    expect([walk.placeOf('a')?.hasEarlier, walk.placeOf('f')?.hasLater]).toEqual([false, false]);
    expect([await walk.besides('a', -1), await walk.besides('f', 1)]).toEqual([null, null]);
  });

  it('is known after a reload, to the same person', () => {
    TestBed.resetTestingModule();
    begin();
    expect(walk.placeOf('c')?.at).toBe(3);
    TestBed.inject(Session).begin(aMe({ id: 'somebody-else' }));
    expect(walk.placeOf('c')).toBeNull();
  });

  it('stays as it was while the list is gone, and follows it while it is open', () => {
    list.set(undefined);
    TestBed.inject(ApplicationRef).tick();
    expect(walk.placeOf('c')?.at).toBe(3);
    list.set({ ...LIST, page: { ...LIST.page, items: rows('d') } });
    TestBed.inject(ApplicationRef).tick();
    expect([walk.placeOf('c'), walk.placeOf('d')?.at]).toEqual([null, 3]);
  });
});
