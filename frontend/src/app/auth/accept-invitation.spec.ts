import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import type { HarnessLoader } from '@angular/cdk/testing';
import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { MatButtonHarness } from '@angular/material/button/testing';
import { MatFormFieldHarness } from '@angular/material/form-field/testing';
import { MatInputHarness } from '@angular/material/input/testing';
import { provideRouter, Router } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { aMe } from '../../testing/builders';
import { FakeApi, refusal } from '../../testing/fake-api';
import { settled } from '../../testing/settled';
import { problemInterceptor } from '../platform/problem-interceptor';
import { Session } from '../platform/session';
import { registerIcons } from '../ui/icons';
import { AcceptInvitation } from './accept-invitation';

@Component({ template: '' })
class Elsewhere {}

const ACCEPT = 'POST /api/v1/auth/accept-invitation';

describe('the page of an invitation', () => {
  let harness: RouterTestingHarness;
  let loader: HarnessLoader;
  let api: FakeApi;

  beforeEach(() => {
    api = new FakeApi().on(ACCEPT, () => ({ user: aMe({ name: 'Nora New', role: 'employee' }) }));
    TestBed.configureTestingModule({
      providers: [
        provideRouter([
          { path: 'accept-invitation', component: AcceptInvitation },
          { path: '**', component: Elsewhere },
        ]),
        provideHttpClient(withInterceptors([problemInterceptor, api.interceptor])),
      ],
    });
    TestBed.runInInjectionContext(registerIcons);
  });

  async function open(address: string): Promise<void> {
    harness = await RouterTestingHarness.create(address);
    loader = TestbedHarnessEnvironment.loader(harness.fixture);
    await settled(harness.fixture);
  }

  async function fillAndSend(name: string, password: string): Promise<void> {
    for (const [label, value] of [
      ['Name', name],
      ['Password', password],
    ] as const) {
      const field = await loader.getHarness(MatFormFieldHarness.with({ floatingLabelText: label }));
      await (await field.getControl(MatInputHarness))?.setValue(value);
    }
    await (await loader.getHarness(MatButtonHarness.with({ text: 'Accept the invitation' }))).click();
    await settled(harness.fixture);
  }

  function text(): string {
    return harness.routeNativeElement?.textContent ?? '';
  }

  it('signs in whoever accepts, and leaves the link behind', async () => {
    await open('/accept-invitation#token=secret');
    await fillAndSend('Nora New', 'nine green bottles');
    const account = { name: 'Nora New', password: 'nine green bottles', language: 'en' };
    expect(api.bodies(ACCEPT)).toEqual([{ token: 'secret', ...account }]);
    expect(TestBed.inject(Session).me()?.name).toBe('Nora New');
    expect(TestBed.inject(Router).url).toBe('/tickets');
  });

  it('has the rules of registering, and keeps the link for another try', async () => {
    await open('/accept-invitation#token=secret');
    await fillAndSend('', 'short');
    expect(text()).toContain('Enter your name');
    expect(text()).toContain('Use at least 8 characters.');
    expect(api.bodies(ACCEPT)).toEqual([]);
    const detail = 'Choose another one.';
    api.on(ACCEPT, () => refusal('invalid_body', 'Look.', [{ pointer: '/password', code: 'common', detail }]));
    await fillAndSend('Nora', 'password1');
    expect(text()).toContain(detail);
    expect(text()).toContain('Accept the invitation');
  });

  it('says whom to ask where the link is broken', async () => {
    await open('/accept-invitation');
    expect(text()).toContain('Ask the administrator who sent it to you for a new one.');
  });

  it('says whom to ask where the link was used already', async () => {
    api.on(ACCEPT, () => refusal('invalid_token', 'This link is not valid any more.'));
    await open('/accept-invitation#token=used');
    await fillAndSend('Nora', 'nine green bottles');
    expect(text()).toContain('This invitation does not work');
    expect(text()).not.toContain('Accept the invitation');
  });
});
