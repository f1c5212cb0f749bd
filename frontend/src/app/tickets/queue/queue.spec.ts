import { type HarnessLoader } from '@angular/cdk/testing';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting, type TestRequest } from '@angular/common/http/testing';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { MatButtonHarness } from '@angular/material/button/testing';
import { MatMenuHarness } from '@angular/material/menu/testing';
import { MatSnackBarHarness } from '@angular/material/snack-bar/testing';
import { MatSortHarness } from '@angular/material/sort/testing';
import { MatTableHarness } from '@angular/material/table/testing';
import { provideRouter, Router, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { aMe } from '../../../testing/builders';
import { problemBody } from '../../../testing/problem-body';
import { settled } from '../../../testing/settled';
import { aTicket, aTicketSummary, onePage } from '../../../testing/tickets';
import { problemInterceptor } from '../../platform/problem-interceptor';
import { Session } from '../../platform/session';
import { registerIcons } from '../../ui/icons';
import { Queue } from './queue';

@Component({ selector: 'dh-anywhere', template: '' })
class Anywhere {}

const LIAM = aMe();
const JONAS = { id: '0192f0c1-0000-7000-8000-0000000000a2', name: 'Jonas Kirchhoff' };
const TICKET = aTicketSummary();

let http: HttpTestingController;
let harness: RouterTestingHarness;
let loader: HarnessLoader;

beforeEach(() => {
  TestBed.configureTestingModule({
    providers: [
      provideRouter(
        [
          { path: 'queue', component: Queue },
          { path: '**', component: Anywhere },
        ],
        withComponentInputBinding(),
      ),
      provideHttpClient(withInterceptors([problemInterceptor])),
      provideHttpClientTesting(),
    ],
  });
  TestBed.runInInjectionContext(registerIcons);
  http = TestBed.inject(HttpTestingController);
  TestBed.inject(Session).begin(LIAM);
});

async function open(address: string): Promise<void> {
  harness = await RouterTestingHarness.create(address);
  loader = TestbedHarnessEnvironment.documentRootLoader(harness.fixture);
  await moment();
  http.expectOne((request) => request.url === '/api/v1/users').flush(onePage([JONAS]));
  http.expectOne('/api/v1/categories').flush({ items: [] });
}

/** Long enough for a request to be under way; the page is stable only once it is answered. */
async function moment(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 20));
}

function listRequest(): TestRequest {
  return http.expectOne((request) => request.url.startsWith('/api/v1/tickets?'));
}

/** What the API was asked for, without what every request has. */
function queryOf(request: TestRequest): Record<string, string> {
  const query = Object.fromEntries(new URLSearchParams(request.request.url.split('?')[1]));
  expect(query).toMatchObject({ limit: '25', total: 'true' });
  delete query['limit'];
  delete query['total'];
  return query;
}

async function answer(list: object): Promise<void> {
  listRequest().flush(list);
  await settled(harness.fixture);
}

function words(): string {
  return (harness.routeNativeElement?.textContent ?? '').replace(/\s+/g, ' ');
}

describe('the address of the queue', () => {
  it('is what the API is asked for', async () => {
    await open('/queue?phase=new,active&assignee=none&priority=high&sort=-priority&cursor=abc');
    expect(queryOf(listRequest())).toEqual({
      phase: 'new,active',
      assignee: 'none',
      priority: 'high',
      sort: '-priority',
      cursor: 'abc',
    });
  });

  it('names the view', async () => {
    await open('/queue?view=unassigned');
    const request = listRequest();
    expect(queryOf(request)).toEqual({ assignee: 'none', phase: 'new,active,waiting' });
    request.flush(onePage([TICKET]));
    await settled(harness.fixture);
    expect(harness.routeNativeElement?.querySelector('h1')?.textContent.trim()).toBe('Unassigned');
    expect(harness.routeNativeElement?.querySelector('.chip')).toBeNull();
  });

  it('takes the order from the header, and begins at the first page', async () => {
    await open('/queue?view=waiting&cursor=abc&from=26');
    await answer(onePage([TICKET]));
    const sort = await loader.getHarness(MatSortHarness);
    const [updated] = await sort.getSortHeaders({ label: 'Updated' });
    const pressed = updated?.click();
    await moment();
    expect(TestBed.inject(Router).url).toBe('/queue?view=waiting&sort=-updatedAt');
    const request = listRequest();
    expect(queryOf(request)).toEqual({ phase: 'waiting', sort: '-updatedAt' });
    request.flush(onePage([TICKET]));
    await pressed;
  });

  it('takes several values of a filter from the menu, and gives them back', async () => {
    await open('/queue?view=open&priority=high');
    await answer(onePage([TICKET]));
    const menu = await loader.getHarness(MatMenuHarness.with({ triggerText: /Filter/ }));
    await menu.open();
    const chosen = menu.clickItem({ text: 'Priority' }, { text: 'Urgent' });
    await moment();
    await moment();
    expect(TestBed.inject(Router).parseUrl(TestBed.inject(Router).url).queryParams['priority']).toBe('high,urgent');
    await answer(onePage([TICKET]));
    await chosen;
    harness.routeNativeElement?.querySelector<HTMLButtonElement>('.chip')?.click();
    await moment();
    expect(TestBed.inject(Router).parseUrl(TestBed.inject(Router).url).queryParams['priority']).toBeUndefined();
  });

  it('remembers where the next page begins', async () => {
    await open('/queue');
    await answer({
      items: [TICKET],
      nextCursor: 'next',
      previousCursor: null,
      total: { value: 10_000, relation: 'gte' },
    });
    expect(words()).toContain('1–1 of 10,000+');
    const next = [...(harness.routeNativeElement?.querySelectorAll('dh-keyset-pager a') ?? [])].at(-1);
    expect(next?.getAttribute('href')).toBe('/queue?cursor=next&from=26');
  });

  it('shows what it showed before at once, when somebody comes back', async () => {
    await open('/queue?phase=waiting');
    await answer(onePage([TICKET]));
    await harness.navigateByUrl('/elsewhere');
    await harness.navigateByUrl('/queue?phase=waiting');
    expect(words()).toContain(TICKET.subject);
    expect(listRequest().request.method).toBe('GET');
  });
});

describe('a row of the queue', () => {
  it('leads to its ticket, with every fact in words', async () => {
    await open('/queue');
    await answer(onePage([aTicketSummary({ priority: 'urgent', assignee: JONAS })]));
    const table = await loader.getHarness(MatTableHarness);
    const [row] = await table.getRows();
    const cells = await row?.getCellTextByColumnName();
    expect(cells).toMatchObject({ number: '1042', status: 'Submitted', requester: 'Emma Thompson' });
    const link = harness.routeNativeElement?.querySelector('a.subject');
    expect(link?.getAttribute('href')).toBe(`/tickets/${TICKET.id}`);
    expect(harness.routeNativeElement?.querySelector('[aria-label="Priority: Urgent"]')).not.toBeNull();
  });

  it('is taken in place', async () => {
    await open('/queue');
    await answer(onePage([TICKET]));
    await (await loader.getHarness(MatButtonHarness.with({ text: /Take/ }))).click();
    const request = http.expectOne(`/api/v1/tickets/${TICKET.id}/assignee`);
    expect(request.request.headers.get('If-Match')).toBe('"3"');
    request.flush(aTicket({ assignee: LIAM, version: 4 }));
    await settled(harness.fixture);
    expect(words()).toContain('Liam Novak');
    expect(await loader.getAllHarnesses(MatButtonHarness.with({ text: /Take/ }))).toHaveLength(0);
  });

  it('shows who was faster', async () => {
    await open('/queue');
    await answer(onePage([TICKET]));
    await (await loader.getHarness(MatButtonHarness.with({ text: /Take/ }))).click();
    const body = { ...problemBody('out_of_date', 'Changed.'), current: aTicket({ assignee: JONAS, version: 4 }) };
    const refusal = { status: 412, statusText: 'Precondition Failed' };
    http.expectOne(`/api/v1/tickets/${TICKET.id}/assignee`).flush(body, refusal);
    await settled(harness.fixture);
    expect(await (await loader.getHarness(MatSnackBarHarness)).getMessage()).toContain('Jonas Kirchhoff was faster');
    expect(words()).toContain('Jonas Kirchhoff');
  });
});

describe('an empty queue', () => {
  it('offers a way out of the filters', async () => {
    await open('/queue?view=waiting&priority=urgent');
    await answer(onePage([]));
    expect(words()).toContain('No ticket matches');
    const way = harness.routeNativeElement?.querySelector('dh-empty-state a');
    expect(way?.getAttribute('href')).toBe('/queue?view=waiting');
  });

  it('says that nobody has filed anything yet', async () => {
    await open('/queue');
    await answer(onePage([]));
    expect(words()).toContain('No tickets yet');
  });

  it('that failed offers another try and names the request', async () => {
    await open('/queue');
    listRequest().flush(problemBody('unavailable', 'The database is away.'), {
      status: 503,
      statusText: 'Unavailable',
    });
    await settled(harness.fixture);
    expect(words()).toContain('The database is away.');
    expect(words()).toContain('req-1');
    const pressed = (await loader.getHarness(MatButtonHarness.with({ text: 'Try again' }))).click();
    await moment();
    await answer(onePage([TICKET]));
    await pressed;
    expect(words()).toContain(TICKET.subject);
  });
});
