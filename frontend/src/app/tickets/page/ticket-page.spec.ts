import { type HarnessLoader } from '@angular/cdk/testing';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting, type TestRequest } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { MatButtonHarness } from '@angular/material/button/testing';
import { MatButtonToggleHarness } from '@angular/material/button-toggle/testing';
import { MatDialogHarness } from '@angular/material/dialog/testing';
import { MatInputHarness } from '@angular/material/input/testing';
import { MatSnackBarHarness } from '@angular/material/snack-bar/testing';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { aMe } from '../../../testing/builders';
import { problemBody } from '../../../testing/problem-body';
import { settled } from '../../../testing/settled';
import { aComment, anEntry, aTicket, onePage } from '../../../testing/tickets';
import { PageTitle } from '../../platform/page-title';
import { problemInterceptor } from '../../platform/problem-interceptor';
import { type Me, Session } from '../../platform/session';
import { registerIcons } from '../../ui/icons';
import type { Activity, Comment, Ticket } from '../model/ticket';
import { TicketPage } from './ticket-page';

const TICKET = aTicket();
const URL = `/api/v1/tickets/${TICKET.id}`;
const LIAM = aMe();
const EMMA = aMe({ ...TICKET.requester, role: 'employee' });
const JONAS = { id: '0192f0c1-0000-7000-8000-0000000000a2', name: 'Jonas Kirchhoff' };

let http: HttpTestingController;
let harness: RouterTestingHarness;
let loader: HarnessLoader;
let root: HarnessLoader;

beforeEach(() => {
  localStorage.clear();
  TestBed.configureTestingModule({
    providers: [
      provideRouter([{ path: 'tickets/:id', component: TicketPage }], withComponentInputBinding()),
      provideHttpClient(withInterceptors([problemInterceptor])),
      provideHttpClientTesting(),
      PageTitle,
    ],
  });
  TestBed.runInInjectionContext(registerIcons);
  http = TestBed.inject(HttpTestingController);
});

/** Opens the ticket's page as somebody, with what the server knows of it. */
async function open(me: Me, ticket: Ticket, comments: Comment[] = [], activity: Activity[] = []): Promise<void> {
  TestBed.inject(Session).begin(me);
  harness = await RouterTestingHarness.create(`/tickets/${ticket.id}`);
  loader = TestbedHarnessEnvironment.loader(harness.fixture);
  root = TestbedHarnessEnvironment.documentRootLoader(harness.fixture);
  http.expectOne(URL).flush(ticket);
  answerTheConversation(comments, activity);
  await answerTheFacts();
  await settled(harness.fixture);
}

/** They ask for the watchers, and for the categories and the other tickets where they are shown, once they are drawn. */
async function answerTheFacts(): Promise<void> {
  let asked: TestRequest[] = [];
  while (asked.length === 0) {
    await new Promise((resume) => setTimeout(resume));
    asked = http.match(`${URL}/watchers`);
  }
  await new Promise((resume) => setTimeout(resume));
  const others = http.match(({ url }) => url === '/api/v1/tickets');
  for (const request of [...asked, ...others, ...http.match('/api/v1/categories')]) request.flush(onePage([]));
}

function answerTheConversation(comments: Comment[] = [], activity: Activity[] = []): void {
  http.expectOne(`${URL}/comments?limit=100`).flush(onePage(comments));
  http.expectOne(`${URL}/activity?limit=100`).flush(onePage(activity));
}

/** The change was made: the page asks for what was added to the conversation. */
async function answer(request: TestRequest, ticket: Ticket): Promise<void> {
  request.flush(ticket);
  await settled(harness.fixture);
  answerTheConversation();
  await settled(harness.fixture);
}

async function refuse(request: TestRequest, present: Ticket): Promise<void> {
  const body = { ...problemBody('out_of_date', 'It was changed.'), current: present };
  request.flush(body, { status: 412, statusText: 'Precondition Failed' });
  await settled(harness.fixture);
  answerTheConversation();
  await settled(harness.fixture);
}

async function press(text: string): Promise<void> {
  await (await root.getHarness(MatButtonHarness.with({ text }))).click();
}

async function field(): Promise<MatInputHarness> {
  return loader.getHarness(MatInputHarness.with({ ancestor: 'dh-composer' }));
}

function words(): string {
  return (harness.routeNativeElement?.textContent ?? '').replace(/\s+/g, ' ');
}

async function actions(): Promise<string[]> {
  const buttons = await loader.getAllHarnesses(MatButtonHarness.with({ ancestor: 'dh-status-actions' }));
  return Promise.all(buttons.map((button) => button.getText()));
}

describe('the composer', () => {
  it('sends a reply to the requester unless a note was chosen', async () => {
    await open(LIAM, TICKET);
    await (await field()).setValue('Which floor?');
    await press('Send reply');
    expect(http.expectOne(`${URL}/comments`).request.body).toEqual({ body: 'Which floor?', internal: false });
  });

  it('says of a note that only staff see it, and sends it as one', async () => {
    await open(LIAM, TICKET);
    await (await loader.getHarness(MatButtonToggleHarness.with({ text: 'Internal note' }))).toggle();
    expect(words()).toContain('Only staff see this');
    await (await field()).setValue('The rollers are worn.');
    await press('Save internal note');
    expect(http.expectOne(`${URL}/comments`).request.body).toEqual({ body: 'The rollers are worn.', internal: true });
  });

  it('offers a requester no note', async () => {
    await open(EMMA, TICKET);
    expect(await loader.getAllHarnesses(MatButtonToggleHarness)).toHaveLength(0);
    expect(words()).not.toContain('Internal note');
  });

  it('keeps a begun reply out of the note, until somebody moves it there', async () => {
    await open(LIAM, TICKET);
    await (await field()).setValue('For Emma');
    await (await loader.getHarness(MatButtonToggleHarness.with({ text: 'Internal note' }))).toggle();
    expect(await (await field()).getValue()).toBe('');
    expect(words()).toContain('A reply that you began is kept');
    await press('Make it this note');
    expect(await (await field()).getValue()).toBe('For Emma');
  });

  it('keeps every letter in the browser, for this person alone', async () => {
    await open(LIAM, TICKET);
    await (await field()).setValue('Half a sen');
    expect(Object.entries(localStorage)).toContainEqual([
      `deskhand-draft:${LIAM.id}:ticket:${TICKET.id}:reply`,
      'Half a sen',
    ]);
  });

  it('brings a draft back', async () => {
    localStorage.setItem(`deskhand-draft:${LIAM.id}:ticket:${TICKET.id}:reply`, 'Where was I');
    await open(LIAM, TICKET);
    expect(await (await field()).getValue()).toBe('Where was I');
  });

  it('shows at once what was sent, while it is on its way', async () => {
    await open(LIAM, TICKET);
    await (await field()).setValue('Which floor?');
    await press('Send reply');
    expect(await (await field()).getValue()).toBe('');
    const onItsWay = harness.routeNativeElement?.querySelector('dh-outgoing')?.textContent;
    expect([onItsWay?.includes('Which floor?'), onItsWay?.includes('Sending…')]).toEqual([true, true]);
  });

  it('sends once, however often somebody presses', async () => {
    await open(LIAM, TICKET);
    await (await field()).setValue('Which floor?');
    await press('Send reply');
    await press('Send reply');
    expect(http.match(`${URL}/comments`)).toHaveLength(1);
  });

  it('tells the requester that his reply opened the ticket again', async () => {
    await open(EMMA, aTicket({ status: 'resolved', phase: 'done' }));
    await (await field()).setValue('It jams again.');
    await press('Send reply');
    http.expectOne(`${URL}/comments`).flush({ ...aComment(), ticketStatus: 'in_progress' });
    await settled(harness.fixture);
    await answer(http.expectOne(URL), aTicket({ status: 'in_progress', phase: 'active', version: 4 }));
    const notice = await root.getHarness(MatSnackBarHarness);
    expect(await notice.getMessage()).toContain('open again');
    expect(await (await field()).getValue()).toBe('');
  });

  it('stands aside on a closed ticket, and offers a new one to its requester', async () => {
    await open(EMMA, aTicket({ status: 'closed', phase: 'done' }));
    expect(words()).toContain('takes no more replies');
    const link = harness.routeNativeElement?.querySelector('.over-and-done a');
    expect(link?.getAttribute('href')).toBe(`/tickets/new?about=${aTicket().id}`);
    expect(await loader.getAllHarnesses(MatInputHarness)).toHaveLength(0);
  });

  it('takes nothing but notes of staff on a closed ticket', async () => {
    await open(LIAM, aTicket({ status: 'closed', phase: 'done' }));
    expect(await loader.getAllHarnesses(MatButtonHarness.with({ text: 'Send reply' }))).toHaveLength(0);
    expect(await loader.getAllHarnesses(MatButtonHarness.with({ text: 'Save internal note' }))).toHaveLength(1);
  });
});

describe('the actions of a ticket', () => {
  it('are those of the table, as verbs', async () => {
    await open(LIAM, TICKET);
    expect(await actions()).toEqual(['Take', 'Start', 'Ask the requester', 'Put on hold', 'Resolve', 'Cancel ticket']);
  });

  it('let the requester confirm or reopen what is resolved', async () => {
    await open(EMMA, aTicket({ status: 'resolved', phase: 'done' }));
    expect(await actions()).toEqual(['Reopen', 'Confirm it is solved']);
  });

  it('change the version that was seen', async () => {
    await open(LIAM, TICKET);
    await press('Start');
    const request = http.expectOne(`${URL}/status`);
    expect(request.request.headers.get('If-Match')).toBe('"3"');
    expect(request.request.body).toEqual({ status: 'in_progress' });
    await answer(request, aTicket({ status: 'in_progress', phase: 'active', version: 4 }));
    expect(words()).toContain('In progress');
  });

  it('confirm in one step, and offer to take it back', async () => {
    await open(EMMA, aTicket({ status: 'resolved', phase: 'done' }));
    await press('Confirm it is solved');
    const request = http.expectOne(`${URL}/status`);
    expect(request.request.body).toEqual({ status: 'closed' });
    await answer(request, aTicket({ status: 'closed', phase: 'done', version: 4 }));
    expect(await root.getAllHarnesses(MatDialogHarness)).toEqual([]);
    await press('Undo');
    http.expectOne(`${URL}/undo`).flush(aTicket({ status: 'resolved', phase: 'done', version: 5 }));
  });

  it('ask for the reason of a rest', async () => {
    await open(LIAM, TICKET);
    await press('Put on hold');
    await (
      await (await root.getHarness(MatDialogHarness)).getHarness(MatButtonHarness.with({ text: 'Put on hold' }))
    ).click();
    http.expectNone(`${URL}/status`);
    const reason = await root.getHarness(MatInputHarness.with({ ancestor: 'dh-status-dialog' }));
    await reason.setValue('We wait for a spare part.');
    await (
      await (await root.getHarness(MatDialogHarness)).getHarness(MatButtonHarness.with({ text: 'Put on hold' }))
    ).click();
    expect(http.expectOne(`${URL}/status`).request.body).toEqual({
      status: 'on_hold',
      reason: 'We wait for a spare part.',
    });
  });

  it('show the present ticket where somebody was faster, and keep what was typed', async () => {
    await open(LIAM, TICKET);
    await press('Ask the requester');
    const question = await root.getHarness(MatInputHarness.with({ ancestor: 'dh-status-dialog' }));
    await question.setValue('Which floor is it?');
    await press('Ask and wait');
    const present = aTicket({ status: 'in_progress', phase: 'active', assignee: JONAS, version: 4 });
    await refuse(http.expectOne(`${URL}/status`), present);
    const dialog = await root.getHarness(MatDialogHarness);
    expect(await dialog.getContentText()).toContain('it is now “In progress”, Jonas Kirchhoff has it now');
    expect(await question.getValue()).toBe('Which floor is it?');
    await press('Ask and wait');
    expect(http.expectOne(`${URL}/status`).request.headers.get('If-Match')).toBe('"4"');
  });

  it('say so where the present ticket no longer takes the change', async () => {
    await open(LIAM, TICKET);
    await press('Ask the requester');
    await (await root.getHarness(MatInputHarness.with({ ancestor: 'dh-status-dialog' }))).setValue('Which floor?');
    await press('Ask and wait');
    await refuse(http.expectOne(`${URL}/status`), aTicket({ status: 'cancelled', phase: 'done', version: 4 }));
    const dialog = await root.getHarness(MatDialogHarness);
    expect(await dialog.getContentText()).toContain('This can no longer be done');
    const send = await dialog.getHarness(MatButtonHarness.with({ text: 'Ask and wait' }));
    expect(await send.isDisabled()).toBe(true);
  });

  it('take a ticket that nobody has', async () => {
    await open(LIAM, TICKET);
    await press('Take');
    const request = http.expectOne(`${URL}/assignee`);
    expect(request.request.body).toEqual({ assigneeId: LIAM.id });
    await refuse(request, aTicket({ assignee: JONAS, version: 4 }));
    expect(words()).toContain('Jonas Kirchhoff has it now');
    expect(await actions()).not.toContain('Take');
  });
});

describe('the conversation', () => {
  it('reads in the order of time, with quiet lines for what was done', async () => {
    const note = aComment({ id: 'n', internal: true, body: 'Worn rollers.', createdAt: '2026-03-02T11:00:00.000Z' });
    await open(LIAM, TICKET, [note], [anEntry()]);
    const items = [...(harness.routeNativeElement?.querySelectorAll('dh-conversation li') ?? [])];
    const texts = items.map((item) => item.textContent.replace(/\s+/g, ' '));
    expect(texts[0]).toContain('Every second page since Monday.');
    expect(texts[1]).toContain('Liam Novak took this');
    expect(texts[2]).toContain('Only staff see this');
    expect(texts[2]).toContain('Worn rollers.');
  });

  it('gives a ticket that is not there no hint of one', async () => {
    TestBed.inject(Session).begin(EMMA);
    harness = await RouterTestingHarness.create(`/tickets/${TICKET.id}`);
    const missing = { status: 404, statusText: 'Not Found' };
    http.expectOne(URL).flush(problemBody('not_found', 'There is no such ticket.'), missing);
    for (const request of http.match(() => true)) request.flush(problemBody('not_found', 'No.'), missing);
    await settled(harness.fixture);
    expect(words()).toContain('No such ticket here');
  });
});
