import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { aMe } from '../../../testing/builders';
import { FakeApi } from '../../../testing/fake-api';
import { settled } from '../../../testing/settled';
import { aTicket, aTicketSummary, onePage } from '../../../testing/tickets';
import { problemInterceptor } from '../../platform/problem-interceptor';
import { Session } from '../../platform/session';
import { registerIcons } from '../../ui/icons';
import { Queue } from './queue';
import { QueueCursor } from './queue-cursor';

@Component({ selector: 'dh-anywhere', template: '' })
class Anywhere {}

const TICKETS = ['a', 'b', 'c'].map((id, at) => aTicketSummary({ id, number: at + 1, subject: `Request ${id}` }));
const BULK = 'POST /api/v1/tickets/bulk';
const LIST = 'GET /api/v1/tickets?limit=25&total=true';

let api: FakeApi;
let harness: RouterTestingHarness;

beforeEach(async () => {
  Element.prototype.scrollIntoView = () => undefined;
  api = new FakeApi()
    .on('GET /api/v1/users', () => onePage([]))
    .on('GET /api/v1/categories', () => ({ items: [] }))
    .on(LIST, () => onePage(TICKETS));
  TestBed.configureTestingModule({
    providers: [
      provideRouter([
        { path: 'queue', component: Queue },
        { path: '**', component: Anywhere },
      ]),
      provideHttpClient(withInterceptors([problemInterceptor, api.interceptor])),
    ],
  });
  TestBed.runInInjectionContext(registerIcons);
  TestBed.inject(Session).begin(aMe());
  harness = await RouterTestingHarness.create('/queue');
  document.body.append(harness.fixture.nativeElement as HTMLElement);
  await rest();
});

async function rest(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 30));
  await settled(harness.fixture);
}

async function press(...keys: string[]): Promise<void> {
  for (const key of keys) {
    const target = document.activeElement ?? document.body;
    const shiftKey = /^[A-Z]$/.test(key);
    target.dispatchEvent(new KeyboardEvent('keydown', { key, shiftKey, bubbles: true, cancelable: true }));
    await rest();
  }
}

/** At which row the focus is. */
function at(): string | undefined {
  return document.activeElement instanceof HTMLElement ? document.activeElement.dataset['ticket'] : undefined;
}

function selected(): number {
  return harness.routeNativeElement?.querySelectorAll('tr[aria-selected=true]').length ?? 0;
}

describe('the queue by keys', () => {
  it('goes from row to row, and not beyond the last', async () => {
    await press('j');
    expect(at()).toBe('a');
    await press('j', 'j', 'j', 'k', 'ArrowUp', 'ArrowDown');
    expect(at()).toBe('b');
    const marked = harness.routeNativeElement?.querySelectorAll('tr[aria-current=true]');
    expect([...(marked ?? [])].map((row) => row.textContent).join()).toContain('Request b');
  });

  it('selects rows and ranges, and lets them go', async () => {
    await press('j', 'x', 'j', 'j', 'X');
    expect(selected()).toBe(3);
    await press('x');
    expect(selected()).toBe(2);
    await press('Escape');
    expect(selected()).toBe(0);
  });

  it('opens the ticket, and is at its row again when one comes back', async () => {
    await press('j', 'j', 'o');
    expect(TestBed.inject(Router).url).toBe('/tickets/b');
    await harness.navigateByUrl('/queue');
    await rest();
    expect(at()).toBe('b');
    expect(TestBed.inject(QueueCursor).isAway).toBe(false);
  });

  it('takes the ticket where it is', async () => {
    api.on('POST /api/v1/tickets/b/assignee', () => aTicket({ ...TICKETS[1], assignee: aMe(), version: 4 }));
    await press('j', 'j', 'i');
    expect(api.bodies('POST /api/v1/tickets/b/assignee')).toEqual([{ assigneeId: aMe().id }]);
    expect(harness.routeNativeElement?.textContent).toContain('Liam Novak');
    expect(at()).toBe('b');
  });

  it('changes the priority by a menu beside the row, and goes on at the row that took its place', async () => {
    api.on(BULK, () => ({ bulkId: 'bulk', results: [{ id: 'b', status: 200 }] }));
    await press('j', 'j', 'p');
    expect(document.activeElement?.getAttribute('role')).toBe('menuitem');
    api.on(LIST, () => onePage(TICKETS.filter(({ id }) => id !== 'b')));
    (document.activeElement as HTMLElement).click();
    await rest();
    await rest();
    expect(api.bodies(BULK)).toEqual([{ ids: ['b'], change: { priority: 'urgent' } }]);
    expect(at()).toBe('c');
  });

  it('changes what is selected, wherever one is', async () => {
    api.on(BULK, () => ({ bulkId: 'bulk', results: [] }));
    await press('j', 'x', 'j', 'x', 'j', 'i');
    expect(api.bodies(BULK)).toEqual([{ ids: ['a', 'b'], change: { assigneeId: aMe().id } }]);
  });

  it('leads to the ticket to reply there', async () => {
    await press('j', 'n');
    expect(TestBed.inject(Router).url).toBe('/tickets/a');
    expect(TestBed.inject(Router).lastSuccessfulNavigation()?.extras.state).toEqual({ write: 'note' });
  });
});
