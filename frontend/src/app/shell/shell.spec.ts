import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { Component } from '@angular/core';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { MatButtonHarness } from '@angular/material/button/testing';
import { MATERIAL_ANIMATIONS } from '@angular/material/core';
import { MatDialogHarness } from '@angular/material/dialog/testing';
import { MatInputHarness } from '@angular/material/input/testing';
import { MatMenuHarness } from '@angular/material/menu/testing';
import { provideRouter, Router } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { Role } from '@deskhand/shared';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { aMe, aView } from '../../testing/builders';
import { FakeApi } from '../../testing/fake-api';
import { anOrganisation } from '../../testing/organisation';
import { settled } from '../../testing/settled';
import { Organisation } from '../platform/organisation';
import { type Me, Session } from '../platform/session';
import { Upgrade } from '../platform/upgrade';
import { Shell } from './shell';

@Component({ selector: 'dh-any', template: '' })
class AnyPage {}

describe('the frame', () => {
  let harness: RouterTestingHarness;
  let api: FakeApi;

  beforeEach(() => {
    // jsdom has no modal dialogs; the drawer is closed after each navigation.
    HTMLDialogElement.prototype.close = () => undefined;
    api = new FakeApi()
      .on('POST /api/v1/auth/logout', () => null)
      .on('GET /api/v1/views', () => ({ standing: [], items: [] }))
      .on('GET /api/v1/views/counts', () => ({ items: [], countedAt: '2026-03-02T09:30:00.000Z' }));
    TestBed.configureTestingModule({
      providers: [
        { provide: MATERIAL_ANIMATIONS, useValue: { animationsDisabled: true } },
        provideHttpClient(withInterceptors([api.interceptor])),
        provideRouter([
          { path: 'sign-in', component: AnyPage },
          { path: '', pathMatch: 'full', component: AnyPage },
          { path: '', component: Shell, children: [{ path: '**', component: AnyPage }] },
        ]),
      ],
    });
  });

  async function open(role: Role, address: string, facts: Partial<Me> = {}): Promise<HTMLElement> {
    TestBed.inject(Session).begin(aMe({ role, name: 'Emma Thompson', ...facts }));
    harness = await RouterTestingHarness.create(address);
    await settled(harness.fixture);
    return harness.fixture.nativeElement as HTMLElement;
  }

  function links(page: HTMLElement): string[] {
    return [...page.querySelectorAll('nav a')].map((link) => link.textContent.trim());
  }

  it('shows employees their tickets', async () => {
    const page = await open('employee', '/account');
    expect(links(page)).toEqual(['My tickets']);
    expect(page.querySelector('a[href="/tickets/new"]')).not.toBeNull();
  });

  it('offers no new ticket while one is being written', async () => {
    const page = await open('employee', '/tickets/new');
    expect(page.querySelector('header a[href="/tickets/new"]')).toBeNull();
  });

  it('shows staff the queue, and which view of it they look at, however it is sorted', async () => {
    const page = await open('agent', '/queue?view=unassigned&priority=high&sort=-priority');
    const side = page.querySelector<HTMLElement>('.side');
    expect(links(side ?? page)).toEqual([
      'My open',
      'Unassigned',
      'All open',
      'Waiting',
      'Recently resolved',
      'All',
      'Reports',
      'Snippets',
      'People',
      'Filed by me',
    ]);
    expect(side?.querySelector('[aria-current=page]')?.textContent.trim()).toBe('Unassigned');
    expect(api.calls.filter(({ url }) => url === '/api/v1/views/counts')).toHaveLength(1);
  });

  it('shows the saved views below them, each with its count in figures and in words', async () => {
    const [own, shared] = [aView({ name: 'Urgent' }), aView({ id: 'b', name: 'Floor 3', mine: false, shared: true })];
    const counts = [
      { id: 'unassigned', value: 17, relation: 'eq' },
      { id: own.id, value: 1, relation: 'eq' },
      { id: shared.id, value: 1000, relation: 'gte' },
    ];
    api.on('GET /api/v1/views', () => ({ standing: [], items: [own, shared] }));
    api.on('GET /api/v1/views/counts', () => ({ items: counts, countedAt: '2026-03-02T09:30:00.000Z' }));
    const page = await open('agent', `/queue?view=${own.id}`);
    const side = page.querySelector('.side');
    const told = [...(side?.querySelectorAll('dh-view-link a') ?? [])].map((link) => ({
      name: link.querySelector('.name')?.textContent,
      seen: link.querySelector('.count')?.textContent,
      heard: link.querySelector('.cdk-visually-hidden')?.textContent,
      to: link.getAttribute('href'),
    }));
    expect(told[1]).toEqual({ name: 'Unassigned', seen: '17', heard: '17 tickets', to: '/queue?view=unassigned' });
    expect(told.slice(6)).toEqual([
      { name: 'Urgent', seen: '1', heard: '1 ticket', to: `/queue?view=${own.id}` },
      { name: 'Floor 3', seen: '1,000+', heard: 'at least 1,000 tickets', to: '/queue?view=b' },
    ]);
    expect([...(side?.querySelectorAll('h2') ?? [])].map((heading) => heading.textContent)).toEqual([
      ...['Queue', 'My views', 'Shared views'],
    ]);
    expect(side?.querySelector('[aria-current=page] .name')?.textContent).toBe('Urgent');
  });

  const banner = (page: HTMLElement): string | undefined =>
    page.querySelector('.dh-banner p')?.textContent.replace(/\s+/g, ' ').trim();

  it('tells a new account that its address waits for confirmation, and sends the link again', async () => {
    api.on('GET /api/v1/organisation', () => anOrganisation()).on('POST /api/v1/auth/verify-email/request', () => null);
    await TestBed.inject(Organisation).load();
    const page = await open('employee', '/account', { emailConfirmed: false, permissions: ['ticket.create'] });
    expect(banner(page)).toContain(
      'open the link that we sent to liam@example.com. Until then you get no other mails, ',
    );
    const loader = TestbedHarnessEnvironment.loader(harness.fixture);
    await (await loader.getHarness(MatButtonHarness.with({ text: 'Send it again' }))).click();
    await settled(harness.fixture);
    expect(api.bodies('POST /api/v1/auth/verify-email/request')).toHaveLength(1);
    expect(page.querySelector('.dh-banner')?.textContent).toContain('A new link is on its way.');
  });

  it.each([
    [{ transport: 'none', waiting: 3, stuck: 0 }, /No mail server is set up .*: 3 mails wait/],
    [{ transport: 'server', waiting: 9, stuck: 2 }, /2 mails do not get out/],
    [{ transport: 'server', waiting: 9, stuck: 0, dead: 1 }, /1 mail was given up after four days/],
    [{ transport: 'server', waiting: 9, stuck: 0, dead: 0 }, undefined],
  ])('with %j it tells admins of their mail', async (state, words) => {
    api.on('GET /api/v1/mail/state', () => state);
    const page = await open('admin', '/queue');
    await settled(harness.fixture);
    if (words) expect(banner(page)).toMatch(words);
    else expect(banner(page)).toBeUndefined();
  });

  it('goes to the front page after signing out', async () => {
    await open('agent', '/queue');
    const loader = TestbedHarnessEnvironment.loader(harness.fixture);
    const menu = await loader.getHarness(MatMenuHarness.with({ selector: '[aria-label="Account of Emma Thompson"]' }));
    await menu.open();
    await menu.clickItem({ text: 'Sign out' });
    await settled(harness.fixture);
    expect(TestBed.inject(Router).url).toBe('/');
    expect(api.bodies('POST /api/v1/auth/logout')).toHaveLength(1);
  });

  async function lapse(): Promise<MatDialogHarness> {
    const page = await open('agent', '/queue?phase=waiting');
    TestBed.inject(Session).lapse();
    await settled(harness.fixture);
    expect(page.querySelector('dh-notes')?.textContent).toContain('Your session has ended.');
    const overlays = TestbedHarnessEnvironment.documentRootLoader(harness.fixture);
    await (await overlays.getHarness(MatButtonHarness.with({ text: 'Sign in again' }))).click();
    await settled(harness.fixture);
    return overlays.getHarness(MatDialogHarness);
  }

  async function press(dialog: MatDialogHarness, text: string): Promise<void> {
    await (await dialog.getHarness(MatButtonHarness.with({ text }))).click();
    await settled(harness.fixture);
  }

  it('asks for the password in place where the session is over, and stays where it is', async () => {
    api.on('POST /api/v1/auth/login', () => ({ user: aMe({ role: 'agent', name: 'Emma Thompson' }) }));
    const dialog = await lapse();
    expect(await dialog.getText()).toContain('Emma Thompson');
    const [password] = await dialog.getAllHarnesses(MatInputHarness);
    await password!.setValue('roof tiles and sunshine');
    await press(dialog, 'Sign in');
    const credentials = { email: 'liam@example.com', password: 'roof tiles and sunshine' };
    expect(api.bodies('POST /api/v1/auth/login')).toEqual([credentials]);
    expect(TestBed.inject(Session).isLapsed()).toBe(false);
    expect(document.querySelector('mat-dialog-container')).toBeNull();
    expect(TestBed.inject(Router).url).toBe('/queue?phase=waiting');
  });

  it('lets whoever does not want to sign in now look on', async () => {
    await press(await lapse(), 'Not now');
    expect(TestBed.inject(Session).isAskedBack()).toBe(false);
    expect(TestBed.inject(Session).isLapsed()).toBe(true);
    expect(TestBed.inject(Router).url).toBe('/queue?phase=waiting');
  });

  it('leads somebody else to signing in, and back', async () => {
    await press(await lapse(), 'Sign in as somebody else');
    expect(TestBed.inject(Router).url).toBe('/sign-in?returnTo=%2Fqueue%3Fphase%3Dwaiting');
    expect(document.querySelector('mat-dialog-container')).toBeNull();
  });

  it('offers to reload once the server has another client, and does not do it by itself', async () => {
    const page = await open('employee', '/account');
    const upgrade = TestBed.inject(Upgrade);
    upgrade.hear('one');
    await settled(harness.fixture);
    expect(page.querySelector('dh-notes')?.textContent.trim()).toBe('');
    upgrade.hear('two');
    await settled(harness.fixture);
    expect(page.querySelector('dh-notes')?.textContent).toContain('Deskhand was updated.');
    const loader = TestbedHarnessEnvironment.loader(harness.fixture);
    await loader.getHarness(MatButtonHarness.with({ text: 'Reload' }));
    await (await loader.getHarness(MatButtonHarness.with({ text: 'Later' }))).click();
    expect(page.querySelector('dh-notes')?.textContent.trim()).toBe('');
  });
});
