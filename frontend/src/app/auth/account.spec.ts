import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import type { HarnessLoader } from '@angular/cdk/testing';
import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { MatButtonHarness } from '@angular/material/button/testing';
import { MatFormFieldHarness } from '@angular/material/form-field/testing';
import { MatInputHarness } from '@angular/material/input/testing';
import { MatSnackBarHarness } from '@angular/material/snack-bar/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { aMe } from '../../testing/builders';
import { FakeApi, refusal } from '../../testing/fake-api';
import { settled } from '../../testing/settled';
import { problemInterceptor } from '../platform/problem-interceptor';
import { Session } from '../platform/session';
import { registerIcons } from '../ui/icons';
import { Account } from './account';
import type { SessionEntry } from './session-list';

const HERE: SessionEntry = {
  id: 's1',
  current: true,
  kind: 'browser',
  userAgent: 'Mozilla/5.0 (X11; Linux x86_64) Chrome/149.0 Safari/537.36',
  ip: '192.0.2.1',
  createdAt: '2026-06-01T08:00:00.000Z',
  lastUsedAt: '2026-06-15T08:00:00.000Z',
  expiresAt: '2026-07-01T08:00:00.000Z',
};
const SCRIPT: SessionEntry = { ...HERE, id: 's2', current: false, kind: 'api', userAgent: 'curl/8.9.1' };

describe('the account page', () => {
  let fixture: ComponentFixture<Account>;
  let loader: HarnessLoader;
  let api: FakeApi;
  let sessions: readonly SessionEntry[];

  beforeEach(async () => {
    sessions = [HERE, SCRIPT];
    api = new FakeApi().on('GET /api/v1/auth/sessions', () => ({ items: sessions }));
    TestBed.configureTestingModule({
      providers: [provideHttpClient(withInterceptors([problemInterceptor, api.interceptor]))],
    });
    TestBed.runInInjectionContext(registerIcons);
    TestBed.inject(Session).begin(aMe({ name: 'Liam Novak', phone: '+49 30 1' }));
    fixture = TestBed.createComponent(Account);
    loader = TestbedHarnessEnvironment.loader(fixture);
    await settled(fixture);
  });

  async function fill(label: string, value: string): Promise<void> {
    const field = await loader.getHarness(MatFormFieldHarness.with({ floatingLabelText: label }));
    await (await field.getControl(MatInputHarness))?.setValue(value);
  }

  async function press(text: string): Promise<void> {
    await (await loader.getHarness(MatButtonHarness.with({ text }))).click();
    await settled(fixture);
  }

  async function errorsAt(label: string): Promise<string[]> {
    return (await loader.getHarness(MatFormFieldHarness.with({ floatingLabelText: label }))).getTextErrors();
  }

  async function notice(): Promise<string> {
    const overlays = TestbedHarnessEnvironment.documentRootLoader(fixture);
    return (await overlays.getHarness(MatSnackBarHarness)).getMessage();
  }

  it('saves the profile; an emptied field is cleared', async () => {
    api.on('PATCH /api/v1/auth/me', () => aMe({ name: 'Liam N. Novak' }));
    await fill('Name', 'Liam N. Novak');
    await fill('Phone (optional)', '');
    await press('Save the profile');
    expect(api.bodies('PATCH /api/v1/auth/me')).toEqual([
      { name: 'Liam N. Novak', phone: null, place: null, language: 'en', timeZone: 'Europe/Berlin' },
    ]);
    expect(TestBed.inject(Session).me()?.name).toBe('Liam N. Novak');
    expect(await notice()).toBe('Your profile is saved.');
  });

  it('shows a wrong present password next to its field', async () => {
    const errors = [{ pointer: '/currentPassword', code: 'wrong', detail: 'This is not your present password.' }];
    api.on('POST /api/v1/auth/change-password', () => refusal('invalid_body', 'Look again.', errors));
    await fill('Present password', 'wrong');
    await fill('New password', 'several quiet words');
    await press('Change the password');
    expect(await errorsAt('Present password')).toEqual(['This is not your present password.']);
  });

  it.each([
    ['short', 'Use at least 8 characters.'],
    ['ü'.repeat(37), 'This is too long: 72 bytes are the limit.'],
  ])('refuses the new password "%s"', async (password, words) => {
    await fill('New password', password);
    await press('Change the password');
    expect(await errorsAt('New password')).toEqual([words]);
    expect(api.bodies('POST /api/v1/auth/change-password')).toHaveLength(0);
  });

  it('empties the form after a change of the password, and shows that the other sessions have ended', async () => {
    api.on('POST /api/v1/auth/change-password', () => {
      sessions = [HERE];
    });
    await fill('Present password', 'the old one');
    await fill('New password', 'several quiet words');
    await press('Change the password');
    expect((fixture.nativeElement as HTMLElement).textContent).not.toContain('Sign out everywhere else');
    expect(await errorsAt('New password')).toEqual([]);
    expect(await notice()).toBe('Your password is changed. Your other sessions have ended.');
  });

  it('ends a session of another device, but offers no end of this one', async () => {
    api.on('DELETE /api/v1/auth/sessions/s2', () => {
      sessions = [HERE];
    });
    expect(await loader.getAllHarnesses(MatButtonHarness.with({ text: 'End' }))).toHaveLength(1);
    await press('End');
    expect(await notice()).toBe('That session has ended.');
    expect(await loader.getAllHarnesses(MatButtonHarness.with({ text: 'End' }))).toHaveLength(0);
  });
});
