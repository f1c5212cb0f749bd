import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting, type TestRequest } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { aMe } from '../../../testing/builders';
import { problemBody } from '../../../testing/problem-body';
import { aTicket, aTicketSummary } from '../../../testing/tickets';
import { PageVisible } from '../../platform/page-visible';
import { problemInterceptor } from '../../platform/problem-interceptor';
import { Session } from '../../platform/session';
import { ListMemory } from '../model/list-memory';
import type { Ticket } from '../model/ticket';
import { OpenTicket } from './open-ticket';
import { ReadMarks } from './read-marks';

const TICKET = aTicket({ unread: true });
const URL = `/api/v1/tickets/${TICKET.id}`;
const LIST = '/api/v1/tickets?turn=staff';

let http: HttpTestingController;
let marks: ReadMarks;
let shows: 'visible' | 'hidden';

beforeEach(() => {
  shows = 'visible';
  Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => shows });
  TestBed.configureTestingModule({
    providers: [
      provideRouter([]),
      provideHttpClient(withInterceptors([problemInterceptor])),
      provideHttpClientTesting(),
      PageVisible,
      OpenTicket,
      ReadMarks,
    ],
  });
  http = TestBed.inject(HttpTestingController);
  TestBed.inject(Session).begin(aMe());
  TestBed.inject(ListMemory).keep(LIST, {
    items: [aTicketSummary({ unread: true })],
    nextCursor: null,
    previousCursor: null,
  });
});

async function moment(): Promise<void> {
  await new Promise((resume) => setTimeout(resume));
  TestBed.tick();
}

async function open(ticket: Ticket): Promise<void> {
  marks = TestBed.inject(ReadMarks);
  TestBed.inject(OpenTicket).id.set(ticket.id);
  TestBed.tick();
  http.expectOne(URL).flush(ticket);
  await moment();
}

async function answer(request: TestRequest, status = 204): Promise<void> {
  if (status === 204) request.flush(null, { status, statusText: 'No Content' });
  else request.flush(problemBody('unavailable', 'The database is away.'), { status, statusText: 'Unavailable' });
  await moment();
}

function look(): TestRequest {
  return http.expectOne({ url: `${URL}/read`, method: 'PUT' });
}

async function turnTo(visibility: typeof shows): Promise<void> {
  shows = visibility;
  document.dispatchEvent(new Event('visibilitychange'));
  await moment();
}

function remembered(): boolean | undefined {
  return TestBed.inject(ListMemory).recall(LIST)?.items[0]?.unread;
}

describe('opening a ticket', () => {
  it('tells the server once that it was looked at, and the lists remember it', async () => {
    await open(TICKET);
    await answer(look());
    expect([TestBed.inject(OpenTicket).ticket()?.unread, remembered()]).toEqual([false, false]);
    http.expectNone(`${URL}/read`);
  });

  it('that is not unread tells nothing', async () => {
    await open(aTicket());
    http.expectNone(`${URL}/read`);
  });

  it('behind another tab is no look until it comes to the front', async () => {
    shows = 'hidden';
    await open(TICKET);
    http.expectNone(`${URL}/read`);
    await turnTo('visible');
    await answer(look());
    expect(remembered()).toBe(false);
  });

  it('leaves it unread where the server cannot be told, until the next look', async () => {
    await open(TICKET);
    await answer(look(), 503);
    expect([TestBed.inject(OpenTicket).ticket()?.unread, remembered()]).toEqual([true, true]);
    http.expectNone(`${URL}/read`);
    await turnTo('hidden');
    await turnTo('visible');
    await answer(look());
    expect(remembered()).toBe(false);
  });
});

describe('a ticket that is kept unread', () => {
  it('is so after the look that is under way, also in the lists', async () => {
    await open(TICKET);
    const [looked, done] = [look(), marks.setAside()];
    await moment();
    http.expectNone({ url: `${URL}/read`, method: 'DELETE' });
    await answer(looked);
    await answer(http.expectOne({ url: `${URL}/read`, method: 'DELETE' }));
    await done;
    expect(remembered()).toBe(true);
    http.expectNone(`${URL}/read`);
  });

  it('says so where that failed', async () => {
    await open(aTicket());
    const done = marks.setAside();
    await moment();
    const refused = expect(done).rejects.toThrow();
    await answer(http.expectOne({ url: `${URL}/read`, method: 'DELETE' }), 503);
    await refused;
  });
});
