import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting, type TestRequest } from '@angular/common/http/testing';
import { linkedSignal, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { describe, expect, it } from '@jest/globals';
import { Subject } from 'rxjs';
import { aTicketSummary, onePage } from '../../../testing/tickets';
import { Live } from '../../platform/live/live';
import type { LiveEvent } from '../../platform/live/live-event';
import type { PageOf } from '../../platform/page-of';
import type { TicketSummary } from '../model/ticket';
import { LiveList } from './live-list';

const ADDRESS = '/api/v1/tickets?requester=me';
const LAST = aTicketSummary();
const FULL = onePage([LAST]) as PageOf<TicketSummary>;
const EMPTY = onePage([]) as PageOf<TicketSummary>;

/** A page of which nothing is left soon, and the stream that tells of it. */
function aList() {
  const [fresh, events] = [signal(FULL), new Subject<LiveEvent>()];
  const page = linkedSignal<PageOf<TicketSummary> | undefined>(() => fresh());
  const live = { events, reset: new Subject<void>(), begun: new Subject<void>() };
  TestBed.configureTestingModule({
    providers: [provideHttpClient(), provideHttpClientTesting(), { provide: Live, useValue: live }],
  });
  const address = signal(ADDRESS).asReadonly();
  const list = TestBed.runInInjectionContext(() => new LiveList({ address, page, fresh, mayFill: () => true }));
  const deleted = { kind: 'ticket.deleted', subject: { type: 'ticket', id: LAST.id } } as LiveEvent;
  return { fresh, page, list, tell: () => events.next(deleted) };
}

/** The next request for the list; it comes within a third of a second, or a second after the one before. */
async function nextRequest(): Promise<TestRequest> {
  const http = TestBed.inject(HttpTestingController);
  for (;;) {
    const [request] = http.match(ADDRESS);
    if (request) return request;
    await new Promise((done) => setTimeout(done, 10));
  }
}

describe('a list that changes by itself', () => {
  it('asks again where its own answer came meanwhile: the late one may be from before', async () => {
    const { fresh, page, list, tell } = aList();
    tell();
    const late = await nextRequest();
    fresh.set(EMPTY);
    late.flush(FULL);
    const again = await nextRequest();
    expect(page()?.items).toEqual([]);
    again.flush(EMPTY);
    await new Promise((done) => setTimeout(done));
    expect(page()?.items).toEqual([]);
    expect(list.news()).toBeNull();
  });

  it('fills by itself where it was empty, and else says that something waits', async () => {
    const { fresh, page, list, tell } = aList();
    fresh.set(EMPTY);
    tell();
    (await nextRequest()).flush(FULL);
    await new Promise((done) => setTimeout(done));
    expect(page()?.items).toEqual([LAST]);
    tell();
    (await nextRequest()).flush(EMPTY);
    await new Promise((done) => setTimeout(done));
    expect(page()?.items).toEqual([LAST]);
    expect(list.news()).toEqual({ added: 0, moved: 1 });
  });
});
