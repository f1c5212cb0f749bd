import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { TestBed } from '@angular/core/testing';
import { MatButtonHarness } from '@angular/material/button/testing';
import { MatInputHarness } from '@angular/material/input/testing';
import { MatMenuHarness } from '@angular/material/menu/testing';
import { provideRouter, Router, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { FakeApi, refusal } from '../../../testing/fake-api';
import { aMail, aMailInFull } from '../../../testing/mails';
import { settled } from '../../../testing/settled';
import { PageTitle } from '../../platform/page-title';
import { problemInterceptor } from '../../platform/problem-interceptor';
import { registerIcons } from '../../ui/icons';
import { MailLogPage } from './log/mail-log-page';
import type { Mail } from './mail-api';
import { MailPage } from './one/mail-page';

const LIST = 'GET /api/v1/mail';
const MAIL = aMail();

let harness: RouterTestingHarness;
let api: FakeApi;
let mails: Mail[];

beforeEach(() => {
  mails = [MAIL];
  api = new FakeApi().on(LIST, () => ({
    ...{ items: mails, nextCursor: null, previousCursor: null },
    total: { value: mails.length, relation: 'eq' },
  }));
  TestBed.configureTestingModule({
    providers: [
      provideRouter(
        [
          { path: 'admin/mail', component: MailLogPage },
          { path: 'admin/mail/:id', component: MailPage },
        ],
        withComponentInputBinding(),
      ),
      provideHttpClient(withInterceptors([problemInterceptor, api.interceptor])),
      PageTitle,
    ],
  });
  TestBed.runInInjectionContext(registerIcons);
});

async function open(address: string): Promise<void> {
  harness = await RouterTestingHarness.create(address);
  await settled(harness.fixture);
}

const page = (): HTMLElement => harness.routeNativeElement ?? document.body;
const text = (): string => page().textContent.replace(/\s+/g, ' ');
const chips = (): (string | undefined)[] =>
  [...page().querySelectorAll('.chip')].map((chip) => chip.querySelectorAll('span')[1]?.textContent);
const asked = (): URLSearchParams => new URLSearchParams(api.query(LIST));

describe('the mail log', () => {
  it('tells to whom what was sent and what became of it', async () => {
    mails = [
      MAIL,
      aMail({
        id: 'two',
        kind: 'invitation',
        ticket: null,
        subject: null,
        state: 'failed',
        lastAnswer: '550 No such user',
      }),
      aMail({
        id: 'three',
        state: 'queued',
        attempts: 2,
        nextAttemptAt: '2026-11-20T09:00:00.000Z',
        lastAnswer: '421 Busy',
      }),
    ];
    await open('/admin/mail');
    expect(text()).toContain('[#1042] Printer jams');
    expect(text()).toContain('Emma Thompson emma@example.com');
    expect(text()).toContain('Refused');
    expect(text()).toContain('550 No such user');
    expect(text()).toMatch(/Again at .*421 Busy/);
    expect(text()).toContain('3 mails');
    expect(asked().get('total')).toBe('true');
  });

  it('keeps its filters in the address, each a chip that can be taken away', async () => {
    await open('/admin/mail?state=failed,dead&kind=ticket&address=emma&ticket=1042&stuck=true&cursor=c');
    expect(asked().get('cursor')).toBe('c');
    expect(chips()).toEqual(['Stuck', 'State: Refused, Given up', 'Kind: About a ticket', 'To: emma', 'Ticket #1042']);
    page().querySelectorAll<HTMLButtonElement>('.chip')[1]?.click();
    await settled(harness.fixture);
    expect(TestBed.inject(Router).url).toBe('/admin/mail?kind=ticket&address=emma&ticket=1042&stuck=true');
  });

  it('gives the focus on where a chip that had it is taken away', async () => {
    await open('/admin/mail?stuck=true&ticket=1042');
    for (const [nth, next] of [
      [0, 'Ticket #1042'],
      [0, 'Filter'],
    ] as const) {
      const chip = page().querySelectorAll<HTMLButtonElement>('.chip')[nth];
      chip?.focus();
      chip?.click();
      await settled(harness.fixture);
      expect(document.activeElement?.textContent).toContain(next);
    }
  });

  it('is narrowed by menus and fields', async () => {
    await open('/admin/mail?state=dead');
    const loader = TestbedHarnessEnvironment.loader(harness.fixture);
    const filter = await loader.getHarness(MatMenuHarness.with({ triggerText: /Filter/ }));
    await filter.open();
    await filter.clickItem({ text: 'State' }, { text: /Refused/ });
    await settled(harness.fixture);
    expect(asked().get('state')).toBe('dead,failed');
    const [address, ticket] = await loader.getAllHarnesses(MatInputHarness);
    await address?.setValue('emma@');
    await (await address?.host())?.dispatchEvent('change');
    await ticket?.setValue('#1042');
    await (await ticket?.host())?.dispatchEvent('change');
    await settled(harness.fixture);
    expect(asked().get('address')).toBe('emma@');
    expect(asked().get('ticket')).toBe('1042');
  });

  it('says which of the ways there is nothing', async () => {
    mails = [];
    await open('/admin/mail');
    expect(text()).toContain('No mail was written yet');
    await harness.navigateByUrl('/admin/mail?stuck=true');
    await settled(harness.fixture);
    expect(text()).toContain('No mail fits');
    api.on(LIST, () => refusal('invalid_query', 'No such cursor.'));
    await harness.navigateByUrl('/admin/mail?cursor=odd');
    await settled(harness.fixture);
    expect(text()).toContain('This address leads nowhere');
    api.on(LIST, () => refusal('unavailable', 'The database is away.'));
    await harness.navigateByUrl('/admin/mail?kind=welcome');
    await settled(harness.fixture);
    expect(text()).toContain('The database is away.');
    expect(text()).toContain('req-1');
  });
});

describe('one mail', () => {
  const ONE = `GET /api/v1/mail/${MAIL.id}`;

  it('shows what was sent in a frame that runs nothing and leads nowhere, and what the server said', async () => {
    api.on(ONE, () => aMailInFull());
    await open(`/admin/mail/${MAIL.id}`);
    const frame = page().querySelector('iframe');
    expect(frame?.getAttribute('sandbox')).toBe('');
    expect(frame?.srcdoc).toContain('<head><base target="_blank">');
    expect(frame?.srcdoc).toContain('Please try');
    expect(text()).toContain('250 Accepted');
    expect(text()).toContain('Liam Novak answered:');
    expect(text()).not.toContain('Send again');
  });

  it('that was given up is sent again', async () => {
    api
      .on(ONE, () => aMailInFull({ state: 'dead', html: null, text: null }))
      .on(`POST /api/v1/mail/${MAIL.id}/retry`, () => aMailInFull({ state: 'queued' }));
    await open(`/admin/mail/${MAIL.id}`);
    expect(text()).toContain('Given up');
    expect(text()).toContain('Nothing is kept');
    const loader = TestbedHarnessEnvironment.loader(harness.fixture);
    await (await loader.getHarness(MatButtonHarness.with({ text: 'Send again' }))).click();
    await settled(harness.fixture);
    expect(text()).toContain('Waiting');
  });

  it('that does not exist says so', async () => {
    api.on(ONE, () => refusal('not_found', 'There is none.'));
    await open(`/admin/mail/${MAIL.id}`);
    expect(text()).toContain('There is no such mail');
  });
});
