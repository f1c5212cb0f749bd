import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { MatButtonHarness } from '@angular/material/button/testing';
import { MatCheckboxHarness } from '@angular/material/checkbox/testing';
import { MatSnackBarHarness } from '@angular/material/snack-bar/testing';
import { provideRouter } from '@angular/router';
import { MAIL_CHOICES } from '@deskhand/shared';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { FakeApi, refusal } from '../../../testing/fake-api';
import { settled } from '../../../testing/settled';
import { problemInterceptor } from '../../platform/problem-interceptor';
import { registerIcons } from '../../ui/icons';
import { CHOICE_GROUPS } from './choice-words';
import { MailChoices } from './mail-choices';
import { Unsubscribe } from './unsubscribe';

const SAVE = 'PUT /api/v1/auth/me/mail';

let api: FakeApi;

beforeEach(() => {
  api = new FakeApi();
  TestBed.configureTestingModule({
    providers: [provideRouter([]), provideHttpClient(withInterceptors([problemInterceptor, api.interceptor]))],
  });
  TestBed.runInInjectionContext(registerIcons);
});

const text = (fixture: ComponentFixture<unknown>): string =>
  (fixture.nativeElement as HTMLElement).textContent.replace(/\s+/g, ' ');

it('every choice has its place', () => {
  expect(CHOICE_GROUPS.flatMap(({ choices }) => choices).sort()).toEqual([...MAIL_CHOICES].sort());
});

describe('the mails that one gets', () => {
  async function open(): Promise<ComponentFixture<MailChoices>> {
    api.on('GET /api/v1/auth/me/mail', () => ({ choices: { ticket_replied: true, new_device: false } }));
    const fixture = TestBed.createComponent(MailChoices);
    await settled(fixture);
    return fixture;
  }

  it('are those of the own role, with the others that cannot be switched off', async () => {
    const fixture = await open();
    const boxes = await TestbedHarnessEnvironment.loader(fixture).getAllHarnesses(MatCheckboxHarness);
    expect(await Promise.all(boxes.map((box) => box.getLabelText()))).toEqual([
      'Somebody answered',
      'Somebody signs in on a new device',
    ]);
    expect(await Promise.all(boxes.map((box) => box.isChecked()))).toEqual([true, false]);
    expect(text(fixture)).toContain('Always sent, for they protect your account');
    expect(text(fixture)).not.toContain('Your work in IT');
  });

  it('are switched at once, and stay as they were where that fails', async () => {
    api.on(SAVE, () => null);
    const fixture = await open();
    const [box] = await TestbedHarnessEnvironment.loader(fixture).getAllHarnesses(MatCheckboxHarness);
    await box?.uncheck();
    await settled(fixture);
    expect(api.bodies(SAVE)).toEqual([{ choices: { ticket_replied: false } }]);
    expect(await box?.isChecked()).toBe(false);

    api.on(SAVE, () => refusal('unavailable', 'The database is away.'));
    await box?.check();
    await settled(fixture);
    expect(await box?.isChecked()).toBe(false);
    const notice = await TestbedHarnessEnvironment.documentRootLoader(fixture).getHarness(MatSnackBarHarness);
    expect(await notice.getMessage()).toContain('The database is away.');
  });
});

describe('the link at the foot of a mail', () => {
  async function open(): Promise<ComponentFixture<Unsubscribe>> {
    const fixture = TestBed.createComponent(Unsubscribe);
    fixture.componentRef.setInput('token', 'mail.secret');
    await settled(fixture);
    return fixture;
  }

  async function press(fixture: ComponentFixture<unknown>, words: string): Promise<void> {
    const loader = TestbedHarnessEnvironment.loader(fixture);
    await (await loader.getHarness(MatButtonHarness.with({ text: words }))).click();
    await settled(fixture);
  }

  it('asks, then tells, and takes it back', async () => {
    const route = '/api/v1/mail/unsubscribe';
    api
      .on(`GET ${route}`, () => ({ choices: ['ticket_replied'], wanted: true }))
      .on(`POST ${route}`, () => ({ choices: ['ticket_replied'], wanted: false }))
      .on(`DELETE ${route}`, () => ({ choices: ['ticket_replied'], wanted: true }));
    const fixture = await open();
    expect(text(fixture)).toContain('No more of these mails?');
    expect(text(fixture)).toContain('Somebody answered');
    expect(api.bodies(`POST ${route}`)).toEqual([]);

    await press(fixture, 'No more of these');
    expect(api.bodies(`POST ${route}`)).toEqual(['List-Unsubscribe=One-Click']);
    expect(api.query(`POST ${route}`)).toBe('token=mail.secret');
    expect(text(fixture)).toContain('You get no more of these mails');

    await press(fixture, 'I want them after all');
    expect(text(fixture)).toContain('No more of these mails?');
  });

  it('says so where it is broken', async () => {
    api.on('GET /api/v1/mail/unsubscribe', () => refusal('invalid_token', 'This link is not valid any more.'));
    expect(text(await open())).toContain('This link does not work');
  });
});
