import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import type { HarnessLoader } from '@angular/cdk/testing';
import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { MatButtonHarness } from '@angular/material/button/testing';
import { MatInputHarness } from '@angular/material/input/testing';
import { provideRouter, Router, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { aMe } from '../../testing/builders';
import { FakeApi, refusal } from '../../testing/fake-api';
import { anOrganisation } from '../../testing/organisation';
import { settled } from '../../testing/settled';
import { Organisation } from '../platform/organisation';
import { problemInterceptor } from '../platform/problem-interceptor';
import { Session } from '../platform/session';
import { registerIcons } from '../ui/icons';
import { ConfirmAddress } from './confirm-address';
import { ForgotPassword } from './forgot-password';
import { Register } from './register';
import { ResetPassword } from './reset-password';
import { SignIn } from './sign-in';

@Component({ selector: 'dh-anywhere', template: '' })
class Anywhere {}

const CONFIRM = 'POST /api/v1/auth/verify-email';
const FORGOT = 'POST /api/v1/auth/forgot-password';

let harness: RouterTestingHarness;
let loader: HarnessLoader;
let api: FakeApi;

beforeEach(() => {
  api = new FakeApi().on('GET /api/v1/organisation', () => anOrganisation());
  TestBed.configureTestingModule({
    providers: [
      provideRouter(
        [
          { path: 'sign-in', component: SignIn },
          { path: 'register', component: Register },
          { path: 'forgot-password', component: ForgotPassword },
          { path: 'reset-password', component: ResetPassword },
          { path: 'confirm-address', component: ConfirmAddress },
          { path: '**', component: Anywhere },
        ],
        withComponentInputBinding(),
      ),
      provideHttpClient(withInterceptors([problemInterceptor, api.interceptor])),
    ],
  });
  TestBed.runInInjectionContext(registerIcons);
});

async function open(address: string): Promise<void> {
  await TestBed.inject(Organisation).load();
  harness = await RouterTestingHarness.create(address);
  loader = TestbedHarnessEnvironment.loader(harness.fixture);
  await settled(harness.fixture);
}

async function press(text: string): Promise<void> {
  await (await loader.getHarness(MatButtonHarness.with({ text }))).click();
  await settled(harness.fixture);
}

const page = (): HTMLElement => harness.routeNativeElement ?? document.body;
const text = (): string => page().textContent.replace(/\s+/g, ' ');
const heading = (): string | undefined => page().querySelector('h1')?.textContent.trim();

describe('a forgotten password', () => {
  it('is answered alike, whether or not there is an account', async () => {
    api.on(FORGOT, () => null);
    await open('/forgot-password');
    await (await loader.getHarness(MatInputHarness)).setValue('emma@example.com');
    await press('Send the link');
    expect(api.bodies(FORGOT)).toEqual([{ email: 'emma@example.com' }]);
    expect(heading()).toBe('Look into your mailbox');
    expect(text()).toContain('If there is an account for emma@example.com');
  });

  it('brings along what was typed to sign in', async () => {
    await open('/sign-in');
    await (await loader.getAllHarnesses(MatInputHarness))[0]?.setValue('emma@example.com');
    page().querySelector<HTMLAnchorElement>('a[href="/forgot-password"]')?.click();
    await settled(harness.fixture);
    expect(await (await loader.getHarness(MatInputHarness)).getValue()).toBe('emma@example.com');
  });

  it('is a matter for an administrator where no mail can be sent', async () => {
    api.on('GET /api/v1/organisation', () => anOrganisation({ sendsMail: false }));
    await open('/sign-in');
    expect(page().querySelector('a[href="/forgot-password"]')).toBeNull();
    expect(text()).toContain('An administrator can make you a link');
  });

  it('whose link is used up leads to a new one', async () => {
    api.on('POST /api/v1/auth/reset-password', () => refusal('invalid_token', 'This link is not valid any more.'));
    await open('/reset-password#token=used');
    await (await loader.getHarness(MatInputHarness)).setValue('nine-purple-lanterns');
    await press('Set the password');
    expect(heading()).toBe('This link does not work');
    expect(page().querySelector('a[href="/forgot-password"]')).not.toBeNull();
  });
});

describe('the address of a new account', () => {
  it('that must be confirmed first signs nobody in and tells nothing', async () => {
    api.on('POST /api/v1/auth/register', () => ({ user: null }));
    await open('/register');
    const [name, email, password] = await loader.getAllHarnesses(MatInputHarness);
    await name?.setValue('Nora');
    await email?.setValue('nora@example.com');
    await password?.setValue('nine-purple-lanterns');
    await press('Create the account');
    expect(heading()).toBe('Look into your mailbox');
    expect(TestBed.inject(Session).isSignedIn()).toBe(false);
  });

  it('is confirmed by a button, not by opening the link', async () => {
    api.on(CONFIRM, () => ({ email: 'emma@example.com' }));
    await open('/confirm-address#token=secret');
    expect(api.bodies(CONFIRM)).toEqual([]);
    await press('Confirm the address');
    expect(api.bodies(CONFIRM)).toEqual([{ token: 'secret' }]);
    expect(text()).toContain('Mails to emma@example.com reach you.');
    expect(TestBed.inject(Router).url).toBe('/confirm-address');
  });

  it('is read anew for whoever is signed in', async () => {
    document.cookie = 'deskhand-xsrf-test=token';
    TestBed.inject(Session).begin(aMe({ emailConfirmed: false }));
    api.on(CONFIRM, () => ({ email: 'liam@example.com' })).on('GET /api/v1/auth/me', () => aMe());
    await open('/confirm-address#token=secret');
    await press('Confirm the address');
    expect(TestBed.inject(Session).me()?.emailConfirmed).toBe(true);
    document.cookie = 'deskhand-xsrf-test=; max-age=0';
  });

  it('gets another link where the first does not work any more', async () => {
    TestBed.inject(Session).begin(aMe({ emailConfirmed: false }));
    api
      .on(CONFIRM, () => refusal('invalid_token', 'This link is not valid any more.'))
      .on('POST /api/v1/auth/verify-email/request', () => null);
    await open('/confirm-address#token=old');
    await press('Confirm the address');
    await press('Send a new link');
    expect(api.bodies('POST /api/v1/auth/verify-email/request')).toHaveLength(1);
    expect(text()).toContain('A new link is on its way to liam@example.com.');
  });

  it('stays to be confirmed when the server is away', async () => {
    api.on(CONFIRM, () => refusal('unavailable', 'The database is away.'));
    await open('/confirm-address#token=secret');
    await press('Confirm the address');
    expect(page().querySelector('[role=alert]')?.textContent).toContain('The database is away.');
    expect(heading()).toBe('Confirm your mail address');
  });
});
