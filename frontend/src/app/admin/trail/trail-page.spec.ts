import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { TestBed } from '@angular/core/testing';
import { MatButtonHarness } from '@angular/material/button/testing';
import { MatMenuHarness } from '@angular/material/menu/testing';
import { provideRouter, Router } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { aMe } from '../../../testing/builders';
import { FakeApi, refusal } from '../../../testing/fake-api';
import { settled } from '../../../testing/settled';
import { anEntry } from '../../../testing/trail';
import { problemInterceptor } from '../../platform/problem-interceptor';
import { Session } from '../../platform/session';
import { registerIcons } from '../../ui/icons';
import type { TrailEntry } from './trail-api';
import { TrailPage } from './trail-page';

const LIST = 'GET /api/v1/activity';

describe('the page of the trail', () => {
  let harness: RouterTestingHarness;
  let api: FakeApi;
  let entries: TrailEntry[];

  beforeEach(() => {
    entries = [anEntry(), anEntry({ id: 'two', kind: 'ticket.purged', actor: null, bulkId: 'b1' })];
    api = new FakeApi()
      .on(LIST, () => ({
        ...{ items: entries, nextCursor: null, previousCursor: null },
        total: { value: entries.length, relation: 'eq' },
      }))
      .on('GET /api/v1/activity/state', () => ({
        ...{ entries: 1234, oldestMonth: '2025-02', retiredMonths: 2, retiredEntries: 77 },
        heads: [{ lane: 1, links: 1311, hash: '9f2c41d07ab3e586' }],
      }));
    TestBed.configureTestingModule({
      providers: [
        provideRouter([{ path: 'admin/trail', component: TrailPage }]),
        provideHttpClient(withInterceptors([problemInterceptor, api.interceptor])),
      ],
    });
    TestBed.runInInjectionContext(registerIcons);
    TestBed.inject(Session).begin(aMe({ role: 'admin' }));
  });

  async function open(address = '/admin/trail'): Promise<void> {
    harness = await RouterTestingHarness.create(address);
    await settled(harness.fixture);
  }

  const text = (): string => harness.routeNativeElement?.textContent.replace(/\s+/g, ' ') ?? '';
  const asked = (): URLSearchParams => new URLSearchParams(api.query(LIST));
  const chips = (): string[] =>
    [...(harness.routeNativeElement?.querySelectorAll('.chip') ?? [])].map((chip) => chip.textContent.trim());

  it('tells what happened in sentences, and how much is kept', async () => {
    await open();
    expect(text()).toContain('Liam Novak replied to #1042');
    expect(text()).toContain('Deskhand removed #1042 for good');
    expect(text()).toContain('1,234 entries since February 2025');
    expect(text()).toContain('2 earlier months with 77 entries are in files.');
    expect(text()).toContain('9f2c41d07ab3e586');
    expect(asked().get('total')).toBe('true');
    expect(Date.now() - Date.parse(asked().get('from') ?? '')).toBeLessThan(31 * 86_400_000);
  });

  it('opens an entry to show what is written, with the ways to what belongs to it', async () => {
    await open();
    const loader = TestbedHarnessEnvironment.loader(harness.fixture);
    const more = await loader.getAllHarnesses(MatButtonHarness.with({ selector: 'dh-trail-table button' }));
    await more[1]?.click();
    expect(await (await more[1]?.host())?.getAttribute('aria-expanded')).toBe('true');
    expect(text()).toContain('ticket.purged');
    const links = [...(harness.routeNativeElement?.querySelectorAll<HTMLAnchorElement>('dh-trail-details a') ?? [])];
    const bulk = links.find((link) => link.textContent.includes('bulk change'));
    expect(bulk?.getAttribute('href')).toBe(
      '/admin/trail?bulkId=b1&from=2026-11-19T08:30:00.000Z&to=2026-11-21T08:30:00.000Z',
    );
  });

  it('keeps its filters in the address, each a chip that can be taken away', async () => {
    api.on('GET /api/v1/users/0192f0c1-0000-7000-8000-000000000001', () => ({ id: 'liam', name: 'Liam Novak' }));
    await open('/admin/trail?actor=0192f0c1-0000-7000-8000-000000000001&kind=session.started&ticket=1042&cursor=c');
    expect(asked().get('cursor')).toBe('c');
    expect(chips()).toEqual([
      expect.stringContaining('By: Liam Novak'),
      expect.stringContaining('Ticket #1042'),
      expect.stringContaining('Signed in'),
    ]);
    harness.routeNativeElement?.querySelectorAll<HTMLButtonElement>('.chip')[1]?.click();
    await settled(harness.fixture);
    expect(TestBed.inject(Router).url).toBe(
      '/admin/trail?actor=0192f0c1-0000-7000-8000-000000000001&kind=session.started',
    );
  });

  it('chooses kinds by their groups, and another time', async () => {
    await open();
    const loader = TestbedHarnessEnvironment.loader(harness.fixture);
    const what = await loader.getHarness(MatMenuHarness.with({ triggerText: /What happened/ }));
    await what.open();
    await what.clickItem({ text: /Sign-ins/ }, { text: /All of these/ });
    await settled(harness.fixture);
    expect(asked().get('kind')).toBe('session.started,session.ended,session.token_reused,sign_in.refused');
    expect(chips()).toEqual([expect.stringContaining('Sign-ins')]);
    const when = await loader.getHarness(MatMenuHarness.with({ triggerText: /Last 30 days/ }));
    await when.open();
    await when.clickItem({ text: /From the beginning/ });
    await settled(harness.fixture);
    expect(asked().get('from')).toBe('2000-01-01');
  });

  it('says which of the four ways there is nothing', async () => {
    entries = [];
    await open();
    expect(text()).toContain('Nothing happened in the last 30 days');
    await harness.navigateByUrl('/admin/trail?kind=trail.retired');
    await settled(harness.fixture);
    expect(text()).toContain('No entry fits');
    api.on(LIST, () =>
      refusal('invalid_query', 'Too long.', [{ pointer: '/from', code: 'span', detail: 'Too long.' }]),
    );
    await harness.navigateByUrl('/admin/trail?actor=system&from=2000-01-01');
    await settled(harness.fixture);
    expect(text()).toContain('Too long a time for these filters');
    api.on(LIST, () => refusal('unavailable', 'The database is away.'));
    await harness.navigateByUrl('/admin/trail?actor=me');
    await settled(harness.fixture);
    expect(text()).toContain('The database is away.');
    expect(text()).toContain('req-1');
  });
});
