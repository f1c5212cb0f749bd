import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { Component } from '@angular/core';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { MatMenuHarness } from '@angular/material/menu/testing';
import { provideRouter, Router } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import type { Role } from '@deskhand/shared';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { aMe } from '../../testing/builders';
import { FakeApi } from '../../testing/fake-api';
import { settled } from '../../testing/settled';
import { Session } from '../platform/session';
import { Shell } from './shell';

@Component({ selector: 'dh-any', template: '' })
class AnyPage {}

describe('the frame', () => {
  let harness: RouterTestingHarness;
  let api: FakeApi;

  beforeEach(() => {
    // jsdom has no modal dialogs; the drawer is closed after each navigation.
    HTMLDialogElement.prototype.close = () => undefined;
    api = new FakeApi().on('POST /api/v1/auth/logout', () => null);
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(withInterceptors([api.interceptor])),
        provideRouter([
          { path: 'sign-in', component: AnyPage },
          { path: '', pathMatch: 'full', component: AnyPage },
          { path: '', component: Shell, children: [{ path: '**', component: AnyPage }] },
        ]),
      ],
    });
  });

  async function open(role: Role, address: string): Promise<HTMLElement> {
    TestBed.inject(Session).begin(aMe({ role, name: 'Emma Thompson' }));
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
    const page = await open('agent', '/queue?assignee=none&phase=new,active,waiting&sort=-priority');
    const side = page.querySelector<HTMLElement>('.side');
    expect(links(side ?? page)).toEqual([
      'My open',
      'Unassigned',
      'All open',
      'Waiting',
      'All',
      'People',
      'Filed by me',
    ]);
    expect(side?.querySelector('[aria-current=page]')?.textContent.trim()).toBe('Unassigned');
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

  it('leads to signing in and back where the session ended by itself', async () => {
    await open('agent', '/queue?phase=waiting');
    TestBed.inject(Session).end();
    await settled(harness.fixture);
    expect(TestBed.inject(Router).url).toBe('/sign-in?returnTo=%2Fqueue%3Fphase%3Dwaiting');
  });
});
