import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { TestBed } from '@angular/core/testing';
import { MatButtonHarness } from '@angular/material/button/testing';
import { MatDialogHarness } from '@angular/material/dialog/testing';
import { MatSnackBarHarness } from '@angular/material/snack-bar/testing';
import { provideRouter, Router, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { aMe } from '../../../testing/builders';
import { FakeApi } from '../../../testing/fake-api';
import { settled } from '../../../testing/settled';
import { aTicket, onePage } from '../../../testing/tickets';
import { PageTitle } from '../../platform/page-title';
import { problemInterceptor } from '../../platform/problem-interceptor';
import { type Me, Session } from '../../platform/session';
import { registerIcons } from '../../ui/icons';
import type { Ticket } from '../model/ticket';
import { TicketPage } from './ticket-page';

const TICKET = aTicket({ status: 'resolved', phase: 'done' });
const URL = `/api/v1/tickets/${TICKET.id}`;
const EMMA = aMe({ ...TICKET.requester, role: 'employee' });
const CHANGE = `POST ${URL}/status`;

describe('a link in the mail of a resolved ticket', () => {
  let harness: RouterTestingHarness;
  let api: FakeApi;

  beforeEach(() => {
    localStorage.clear();
    api = new FakeApi()
      .on(`GET ${URL}/comments`, () => onePage([]))
      .on(`GET ${URL}/activity`, () => onePage([]))
      .on(`GET ${URL}/watchers`, () => ({ items: [] }))
      .on('GET /api/v1/categories', () => ({ items: [] }));
    TestBed.configureTestingModule({
      providers: [
        provideRouter([{ path: 'tickets/:id', component: TicketPage }], withComponentInputBinding()),
        provideHttpClient(withInterceptors([problemInterceptor, api.interceptor])),
        PageTitle,
      ],
    });
    TestBed.runInInjectionContext(registerIcons);
  });

  async function open(me: Me, ticket: Ticket, asked: string): Promise<void> {
    api.on(`GET ${URL}`, () => ticket);
    TestBed.inject(Session).begin(me);
    harness = await RouterTestingHarness.create(`/tickets/${ticket.id}?do=${asked}`);
    await settled(harness.fixture);
  }

  const overlays = () => TestbedHarnessEnvironment.documentRootLoader(harness.fixture);
  const dialog = (): Promise<MatDialogHarness | null> => overlays().getHarnessOrNull(MatDialogHarness);
  const notice = async (): Promise<string> => (await overlays().getHarness(MatSnackBarHarness)).getMessage();

  async function press(text: string): Promise<void> {
    await (await overlays().getHarness(MatButtonHarness.with({ text }))).click();
    await settled(harness.fixture);
  }

  it('asks whether it is solved, and a no changes nothing', async () => {
    await open(EMMA, TICKET, 'confirm');
    expect(await (await dialog())?.getTitleText()).toBe(`Is #${TICKET.number} solved?`);
    expect(api.bodies(CHANGE)).toEqual([]);
    expect(TestBed.inject(Router).url).toBe(`/tickets/${TICKET.id}`);
    await press('Not yet');
    expect(api.bodies(CHANGE)).toEqual([]);
  });

  it('closes the ticket after a yes', async () => {
    api.on(CHANGE, () => ({ ...TICKET, status: 'closed', version: TICKET.version + 1 }));
    await open(EMMA, TICKET, 'confirm');
    await press(`Yes, close #${TICKET.number}`);
    expect(api.bodies(CHANGE)).toEqual([{ status: 'closed' }]);
  });

  it('opens it again after a yes, and leads to where one says why', async () => {
    api.on(CHANGE, () => ({ ...TICKET, status: 'in_progress', phase: 'active', version: TICKET.version + 1 }));
    await open(EMMA, TICKET, 'reopen');
    expect(api.bodies(CHANGE)).toEqual([]);
    await press(`Open #${TICKET.number} again`);
    expect(api.bodies(CHANGE)).toEqual([{ status: 'in_progress' }]);
  });

  it.each([
    [{ ...TICKET, status: 'closed' as const }, EMMA, 'confirm', `#${TICKET.number} is closed already.`],
    [{ ...TICKET, status: 'in_progress' as const }, EMMA, 'reopen', `#${TICKET.number} is open again already.`],
    [
      TICKET,
      aMe({ id: '0192f0c1-0000-7000-8000-0000000000dd', role: 'employee' }),
      'reopen',
      `Only whoever filed #${TICKET.number} can do this.`,
    ],
  ])('says why there is nothing to ask any more', async (ticket, me, asked, words) => {
    await open(me, ticket, asked);
    expect(await dialog()).toBeNull();
    expect(await notice()).toBe(words);
  });

  it('of another making does nothing', async () => {
    await open(EMMA, TICKET, 'delete');
    expect(await dialog()).toBeNull();
    expect(api.bodies(CHANGE)).toEqual([]);
  });
});
