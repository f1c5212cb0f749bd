import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { ApplicationRef, EnvironmentInjector, runInInjectionContext, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { aTicketSummary } from '../../../testing/tickets';
import { type ListQuery, type TicketList, ticketList } from './ticket-list';

const FIRST = aTicketSummary({ id: 'first' });
const SECOND = aTicketSummary({ id: 'second' });
const TOTAL = { value: 37, relation: 'gte' };
/** Longer than anybody waits before the next page is worth it. */
const A_WHILE = 1_000;
/** Until the browser has painted what was pressed. */
const A_FRAME = 20;

let http: HttpTestingController;
let query: ReturnType<typeof signal<ListQuery>>;
let list: TicketList;
let shows: 'visible' | 'hidden';
let saveData: boolean;

beforeEach(() => {
  jest.useFakeTimers();
  [shows, saveData] = ['visible', false];
  Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => shows });
  Object.defineProperty(navigator, 'connection', { configurable: true, get: () => ({ saveData }) });
  TestBed.configureTestingModule({
    providers: [provideRouter([]), provideHttpClient(), provideHttpClientTesting()],
  });
  http = TestBed.inject(HttpTestingController);
});

afterEach(() => {
  jest.useRealTimers();
});

async function turn(ms = 0): Promise<void> {
  TestBed.inject(ApplicationRef).tick();
  await jest.advanceTimersByTimeAsync(ms);
  TestBed.inject(ApplicationRef).tick();
}

/** The first page is shown. */
async function open(parameters: ListQuery, nextCursor: string | null = 'two'): Promise<void> {
  query = signal<ListQuery>(parameters);
  list = runInInjectionContext(TestBed.inject(EnvironmentInjector), () => ticketList(query, { ahead: true }));
  await answer({ items: [FIRST], nextCursor, previousCursor: null, total: TOTAL });
}

async function answer(page: object): Promise<void> {
  await turn();
  http.expectOne(() => true).flush(page);
  await turn();
}

function shown(): (string | undefined)[] {
  return list.page()?.items.map(({ id }) => id) ?? [];
}

describe('the page after the one shown', () => {
  it('is fetched once the reader stays, drawn at once when he asks for it, and replaced by a fresh answer', async () => {
    await open({ phase: 'new', limit: '25', total: 'true' });
    await turn(A_WHILE);
    const ahead = http.expectOne('/api/v1/tickets?cursor=two&limit=25&phase=new&total=false');
    ahead.flush({ items: [SECOND], nextCursor: 'three', previousCursor: 'one' });
    await turn(A_WHILE);
    expect([shown(), list.isStale()]).toEqual([['first'], false]);

    query.set({ phase: 'new', cursor: 'two', limit: '25', total: 'true' });
    await turn();
    expect([shown(), list.isStale()]).toEqual([['first'], true]);
    await turn(A_FRAME);
    expect([shown(), list.page()?.total, list.isStale()]).toEqual([['second'], TOTAL, false]);
    await answer({ items: [SECOND, FIRST], nextCursor: null, previousCursor: 'one', total: TOTAL });
    expect(shown()).toEqual(['second', 'first']);
    await turn(A_WHILE);
    http.verify();
  });

  it('is only one page: that after it waits until somebody is there', async () => {
    await open({});
    await turn(A_WHILE);
    http
      .expectOne('/api/v1/tickets?cursor=two&total=false')
      .flush({ items: [SECOND], nextCursor: 'three', previousCursor: null });
    await turn(A_WHILE);
    http.verify();
  });

  it('is not fetched for a filter that is still being changed', async () => {
    await open({ priority: 'low' });
    await turn(100);
    query.set({ priority: 'low,high' });
    await turn(A_WHILE);
    http.expectOne('/api/v1/tickets?priority=low%2Chigh');
    http.verify();
  });

  it('is not fetched in a tab behind another, nor where the reader saves on data, nor after the last page', async () => {
    shows = 'hidden';
    await open({ phase: 'new' });
    await turn(A_WHILE);
    [shows, saveData] = ['visible', true];
    document.dispatchEvent(new Event('visibilitychange'));
    await turn(A_WHILE);
    saveData = false;
    await open({ phase: 'done' }, null);
    await turn(A_WHILE);
    http.verify();
  });

  it('is asked for like any other where fetching it ahead failed', async () => {
    await open({});
    await turn(A_WHILE);
    http.expectOne(() => true).flush(null, { status: 503, statusText: 'Unavailable' });
    query.set({ cursor: 'two' });
    await turn();
    expect(list.isStale()).toBe(true);
    await answer({ items: [SECOND], nextCursor: null, previousCursor: 'one' });
    expect(shown()).toEqual(['second']);
  });
});
