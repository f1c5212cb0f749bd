import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { type HarnessLoader } from '@angular/cdk/testing';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { MatButtonHarness } from '@angular/material/button/testing';
import { MatFormFieldHarness } from '@angular/material/form-field/testing';
import { MatInputHarness } from '@angular/material/input/testing';
import { provideRouter, Router, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { problemInterceptor } from '../platform/problem-interceptor';
import { Session } from '../platform/session';
import { aMe } from '../../testing/builders';
import { problemBody } from '../../testing/problem-body';
import { settled } from '../../testing/settled';
import { registerIcons } from '../ui/icons';
import { SignIn } from './sign-in';

@Component({ selector: 'dh-anywhere', template: '' })
class Anywhere {}

describe('the sign-in form', () => {
  let loader: HarnessLoader;
  let http: HttpTestingController;
  let harness: RouterTestingHarness;

  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [
        provideRouter(
          [
            { path: 'sign-in', component: SignIn },
            { path: '**', component: Anywhere },
          ],
          withComponentInputBinding(),
        ),
        provideHttpClient(withInterceptors([problemInterceptor])),
        provideHttpClientTesting(),
      ],
    });
    TestBed.runInInjectionContext(registerIcons);
    http = TestBed.inject(HttpTestingController);
  });

  async function open(address = '/sign-in'): Promise<void> {
    harness = await RouterTestingHarness.create(address);
    loader = TestbedHarnessEnvironment.loader(harness.fixture);
  }

  async function fillAndSubmit(email: string, password: string): Promise<void> {
    const [emailInput, passwordInput] = await loader.getAllHarnesses(MatInputHarness);
    await emailInput?.setValue(email);
    await passwordInput?.setValue(password);
    await submit();
  }

  async function submit(): Promise<void> {
    const button = await loader.getHarness(MatButtonHarness.with({ text: 'Sign in' }));
    await button.click();
  }

  function page(): HTMLElement {
    return harness.routeNativeElement ?? document.body;
  }

  it('signs in and goes to the page that was asked for', async () => {
    await open('/sign-in?returnTo=%2Ftickets%2F42');
    await fillAndSubmit('emma@example.com', 'correct horse');
    const request = http.expectOne('/api/v1/auth/login');
    expect(request.request.body).toEqual({ email: 'emma@example.com', password: 'correct horse' });
    request.flush({ user: aMe({ name: 'Emma Thompson' }) });
    await settled(harness.fixture);
    expect(TestBed.inject(Session).me()?.name).toBe('Emma Thompson');
    expect(TestBed.inject(Router).url).toBe('/tickets/42');
  });

  it('never leads to another site', async () => {
    await open('/sign-in?returnTo=%2F%2Fevil.example');
    await fillAndSubmit('emma@example.com', 'correct horse');
    http.expectOne('/api/v1/auth/login').flush({ user: aMe({ role: 'employee' }) });
    await settled(harness.fixture);
    expect(TestBed.inject(Router).url).toBe('/tickets');
  });

  it('says next to each field what to do, and sends nothing', async () => {
    await open();
    await submit();
    const [email, password] = await loader.getAllHarnesses(MatFormFieldHarness);
    expect(await email?.getTextErrors()).toEqual(['Enter your mail address.']);
    expect(await password?.getTextErrors()).toEqual(['Enter your password.']);
    http.expectNone('/api/v1/auth/login');
  });

  it('shows a refusal in the summary and gives it the focus', async () => {
    await open();
    await fillAndSubmit('emma@example.com', 'wrong');
    http
      .expectOne('/api/v1/auth/login')
      .flush(problemBody('wrong_credentials', 'This address and password do not go together.'), {
        status: 401,
        statusText: 'Unauthorized',
      });
    await settled(harness.fixture);
    const summary = page().querySelector('dh-form-summary [role=group]');
    expect(summary?.textContent).toContain('This address and password do not go together.');
    expect(document.activeElement).toBe(summary);
  });

  it('sends once, however often somebody clicks', async () => {
    await open();
    await fillAndSubmit('emma@example.com', 'correct horse');
    await submit();
    await submit();
    expect(http.match('/api/v1/auth/login')).toHaveLength(1);
  });

  it('shows and hides the password', async () => {
    await open();
    const toggle = await loader.getHarness(MatButtonHarness.with({ selector: '[aria-label="Show the password"]' }));
    const password = (await loader.getAllHarnesses(MatInputHarness))[1];
    expect(await password?.getType()).toBe('password');
    await toggle.click();
    expect(await password?.getType()).toBe('text');
  });
});
