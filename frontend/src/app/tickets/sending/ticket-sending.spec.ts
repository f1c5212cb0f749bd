import type { HarnessLoader } from '@angular/cdk/testing';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { TestBed } from '@angular/core/testing';
import { MatButtonHarness } from '@angular/material/button/testing';
import { MatButtonToggleHarness } from '@angular/material/button-toggle/testing';
import { MatDialogHarness } from '@angular/material/dialog/testing';
import { MatInputHarness } from '@angular/material/input/testing';
import { MatMenuHarness } from '@angular/material/menu/testing';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { aMe } from '../../../testing/builders';
import { FakeApi, refusal } from '../../../testing/fake-api';
import { settled } from '../../../testing/settled';
import { aComment, aTicket, onePage } from '../../../testing/tickets';
import { PageTitle } from '../../platform/page-title';
import { problemInterceptor } from '../../platform/problem-interceptor';
import { type Me, Session } from '../../platform/session';
import { registerIcons } from '../../ui/icons';
import type { Comment, Ticket } from '../model/ticket';
import { TicketPage } from '../page/ticket-page';

const TICKET = aTicket();
const URL = `/api/v1/tickets/${TICKET.id}`;
const LIAM = aMe();
const OUTBOX = `deskhand-draft:${LIAM.id}:ticket:${TICKET.id}:outgoing`;

let api: FakeApi;
let harness: RouterTestingHarness;
let root: HarnessLoader;
let ticket: Ticket;
let comments: Comment[];

beforeEach(() => {
  localStorage.clear();
  [ticket, comments] = [TICKET, []];
  api = new FakeApi()
    .on(`GET ${URL}`, () => ticket)
    .on(`GET ${URL}/comments`, () => onePage(comments))
    .on(`GET ${URL}/activity`, () => onePage([]))
    .on(`GET ${URL}/watchers`, () => ({ items: [] }))
    .on('GET /api/v1/categories', () => ({ items: [] }))
    .on('GET /api/v1/tickets', () => onePage([]))
    .on(`PUT ${URL}/presence`, () => ({ people: [] }));
  TestBed.configureTestingModule({
    providers: [
      provideRouter([{ path: 'tickets/:id', component: TicketPage }], withComponentInputBinding()),
      provideHttpClient(withInterceptors([problemInterceptor, api.interceptor])),
      PageTitle,
    ],
  });
  TestBed.runInInjectionContext(registerIcons);
});

async function open(me: Me = LIAM): Promise<void> {
  TestBed.inject(Session).begin(me);
  harness = await RouterTestingHarness.create(`/tickets/${TICKET.id}`);
  root = TestbedHarnessEnvironment.documentRootLoader(harness.fixture);
  await settled(harness.fixture);
}

const field = (): Promise<MatInputHarness> => root.getHarness(MatInputHarness.with({ ancestor: 'dh-composer' }));

async function press(text: string | RegExp): Promise<void> {
  await (await root.getHarness(MatButtonHarness.with({ text }))).click();
  await settled(harness.fixture);
}

async function sendAnd(words: string): Promise<void> {
  const menu = await root.getHarness(MatMenuHarness.with({ selector: '[aria-label="Send, and change the status"]' }));
  await menu.open();
  await menu.clickItem({ text: new RegExp(words) });
  await settled(harness.fixture);
}

function words(): string {
  return (harness.routeNativeElement?.textContent ?? '').replace(/\s+/g, ' ');
}

const keysOf = (route: string): (string | null)[] =>
  api.calls
    .filter(({ method, url }) => `${method} ${url}` === route)
    .map(({ headers }) => headers.get('Idempotency-Key'));

/** The server refuses the version, and says how the ticket stands now. */
function outOfDate(present: Ticket): () => unknown {
  const refused = refusal('out_of_date', 'It was changed.');
  Object.assign(refused.body, { current: present });
  return () => {
    ticket = present;
    return refused;
  };
}

function takesComments(): void {
  api.on(`POST ${URL}/comments`, () => {
    comments = [aComment({ body: 'Which floor?' })];
    return { ...comments[0], ticketStatus: ticket.status };
  });
}

describe('a reply that did not arrive', () => {
  beforeEach(async () => {
    api.on(`POST ${URL}/comments`, () => refusal('unavailable', 'The database is away.'));
    await open();
    await (await field()).setValue('Which floor?');
    await press('Send reply');
  });

  it('waits in the conversation, says why, and is sent again under the same key', async () => {
    expect(await (await field()).getValue()).toBe('');
    expect(words()).toContain('This reply is not sent yet. The database is away.');
    takesComments();
    await press('Try again');
    const [first, second] = keysOf(`POST ${URL}/comments`);
    expect([first?.length, second]).toEqual([32, first]);
    expect(words()).not.toContain('not sent yet');
    expect(harness.routeNativeElement?.querySelectorAll('dh-comment')).toHaveLength(1);
    expect(localStorage.getItem(OUTBOX)).toBeNull();
  });

  it('goes back into the field, above what was begun since', async () => {
    await (await field()).setValue('And which room?');
    await press('Back to writing');
    expect(await (await field()).getValue()).toBe('Which floor?\n\nAnd which room?');
    expect([words().includes('not sent yet'), localStorage.getItem(OUTBOX)]).toEqual([false, null]);
  });
});

describe('what an earlier page could not send', () => {
  it('is there again, with its key, and takes nothing in the storage for granted', async () => {
    const entry = { key: 'k'.repeat(32), at: '2026-03-02T10:00:00.000Z', body: 'Which floor?' };
    localStorage.setItem(OUTBOX, JSON.stringify([entry, null, { body: 7 }]));
    takesComments();
    await open();
    // Nothing says that it was a reply.
    expect(words()).toContain('This note is not saved yet. This page was left before it arrived.');
    await press('Try again');
    expect(keysOf(`POST ${URL}/comments`)).toEqual([entry.key]);
    expect(api.bodies(`POST ${URL}/comments`)).toEqual([{ body: 'Which floor?', internal: true }]);
  });
});

describe('sending with a status', () => {
  const RESOLVED = aTicket({ status: 'resolved', phase: 'done', version: 4 });

  it('is one request with one key, on the version that was seen', async () => {
    api.on(`POST ${URL}/status`, () => (ticket = RESOLVED));
    await open();
    await (await field()).setValue('A new cable is in.');
    await sendAnd('Send and resolve');
    expect(api.bodies(`POST ${URL}/status`)).toEqual([{ status: 'resolved', comment: 'A new cable is in.' }]);
    const { headers } = api.calls.find(({ url }) => url === `${URL}/status`)!;
    expect([headers.get('If-Match'), headers.get('Idempotency-Key')?.length]).toEqual(['"3"', 32]);
    expect([await (await field()).getValue(), localStorage.getItem(OUTBOX)]).toEqual(['', null]);
  });

  it('offers what the rules allow, and not what a mere reply does by itself', async () => {
    await open();
    const menu = await root.getHarness(MatMenuHarness.with({ selector: '[aria-label="Send, and change the status"]' }));
    await menu.open();
    const items = await menu.getItems();
    expect((await Promise.all(items.map((item) => item.getText()))).map((text) => text.trim())).toEqual([
      'Send and wait for the answer',
      'Send and put on hold…',
      'Send and resolve',
      'Send and cancel the ticket',
    ]);
  });

  it('asks for the reason of a rest, and sends both', async () => {
    api.on(`POST ${URL}/status`, () => (ticket = aTicket({ status: 'on_hold', phase: 'waiting', version: 4 })));
    await open();
    await (await field()).setValue('I ordered one.');
    await sendAnd('Send and put on hold');
    expect(api.bodies(`POST ${URL}/status`)).toEqual([]);
    await (await root.getHarness(MatInputHarness.with({ ancestor: 'dh-status-dialog' }))).setValue('The cable comes.');
    const dialog = await root.getHarness(MatDialogHarness);
    await (await dialog.getHarness(MatButtonHarness.with({ text: 'Put on hold' }))).click();
    // Once the dialog is gone.
    while (api.bodies(`POST ${URL}/status`).length === 0) await settled(harness.fixture);
    expect(api.bodies(`POST ${URL}/status`)).toEqual([
      { status: 'on_hold', reason: 'The cable comes.', comment: 'I ordered one.' },
    ]);
  });

  it('waits for another decision where somebody was faster, and loses neither the text nor what happened', async () => {
    const present = aTicket({ status: 'in_progress', phase: 'active', version: 4 });
    api.on(`POST ${URL}/status`, outOfDate(present));
    takesComments();
    await open();
    await (await field()).setValue('A new cable is in.');
    await sendAnd('Send and resolve');
    expect(words()).toContain(
      'This reply is not sent yet. Somebody changed this ticket a moment ago: it is now “In progress”',
    );
    api.on(`POST ${URL}/status`, () => refusal('unavailable', 'Away.'));
    await press('Try again');
    const versions = api.calls
      .filter(({ url }) => url === `${URL}/status`)
      .map(({ headers }) => headers.get('If-Match'));
    expect(versions).toEqual(['"3"', '"4"']);
    await press(/Send without changing the status/);
    expect(api.bodies(`POST ${URL}/comments`)).toEqual([{ body: 'A new cable is in.', internal: false }]);
  });

  it('is for replies of staff', async () => {
    await open();
    await (await root.getHarness(MatButtonToggleHarness.with({ text: 'Internal note' }))).toggle();
    expect(harness.routeNativeElement?.querySelector('dh-send-menu')).toBeNull();
  });
});

describe('a note that becomes a reply', () => {
  it('asks first, and stays a note unless somebody means it', async () => {
    localStorage.setItem(`deskhand-draft:${LIAM.id}:ticket:${TICKET.id}:note`, 'He broke it himself.');
    await open();
    for (const [answer, text] of [
      ['Keep it a note', ''],
      ['Make it a reply', 'He broke it himself.'],
    ] as const) {
      await press(/Make it this reply/);
      const dialog = await root.getHarness(MatDialogHarness);
      expect(await dialog.getTitleText()).toBe('Make this note a reply?');
      await (await dialog.getHarness(MatButtonHarness.with({ text: answer }))).click();
      // Once the dialog is gone.
      while ((await root.getAllHarnesses(MatDialogHarness)).length > 0) await settled(harness.fixture);
      await settled(harness.fixture);
      expect(await (await field()).getValue()).toBe(text);
    }
  });
});

describe('a fact that two people change', () => {
  it('shows what the other one made of it, and offers the own choice once more', async () => {
    api.on(`PATCH ${URL}`, outOfDate(aTicket({ priority: 'high', version: 4 })));
    await open();
    const menu = await root.getHarness(MatMenuHarness.with({ triggerText: /Normal/ }));
    await menu.open();
    await menu.clickItem({ text: /Urgent/ });
    await settled(harness.fixture);
    expect(words()).toContain('its priority is now High');
    api.on(`PATCH ${URL}`, () => (ticket = aTicket({ priority: 'urgent', version: 5 })));
    await press('Set the priority to Urgent all the same');
    const versions = api.calls.filter(({ method }) => method === 'PATCH').map(({ headers }) => headers.get('If-Match'));
    expect(versions).toEqual(['"3"', '"4"']);
    expect(words()).not.toContain('its priority is now High');
  });
});
