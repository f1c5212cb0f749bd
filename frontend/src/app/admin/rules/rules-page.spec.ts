import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import type { HarnessLoader } from '@angular/cdk/testing';
import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { MatButtonHarness } from '@angular/material/button/testing';
import { MatCheckboxHarness } from '@angular/material/checkbox/testing';
import { MatFormFieldHarness } from '@angular/material/form-field/testing';
import { MatInputHarness } from '@angular/material/input/testing';
import { MatRadioButtonHarness } from '@angular/material/radio/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { aMe } from '../../../testing/builders';
import { FakeApi } from '../../../testing/fake-api';
import { anOrganisation, someSettings } from '../../../testing/organisation';
import { settled } from '../../../testing/settled';
import { problemInterceptor } from '../../platform/problem-interceptor';
import { Session } from '../../platform/session';
import { registerIcons } from '../../ui/icons';
import { RulesPage } from './rules-page';

const SAVE = 'PATCH /api/v1/settings';

describe('the page of registration and limits', () => {
  let fixture: ComponentFixture<RulesPage>;
  let loader: HarnessLoader;
  let api: FakeApi;

  beforeEach(async () => {
    sessionStorage.clear();
    api = new FakeApi()
      .on('GET /api/v1/settings', () => someSettings())
      .on('GET /api/v1/organisation', () => anOrganisation())
      .on(SAVE, () => someSettings());
    TestBed.configureTestingModule({
      providers: [provideHttpClient(withInterceptors([problemInterceptor, api.interceptor]))],
    });
    TestBed.runInInjectionContext(registerIcons);
    TestBed.inject(Session).begin(aMe({ role: 'admin' }));
    fixture = TestBed.createComponent(RulesPage);
    loader = TestbedHarnessEnvironment.loader(fixture);
    await settled(fixture);
  });

  async function type(label: RegExp, text: string): Promise<void> {
    const field = await loader.getHarness(MatFormFieldHarness.with({ floatingLabelText: label }));
    await (await field.getControl(MatInputHarness))!.setValue(text);
  }

  async function save(): Promise<void> {
    await (await loader.getHarness(MatButtonHarness.with({ text: 'Save' }))).click();
    await settled(fixture);
  }

  const choose = async (label: RegExp): Promise<void> =>
    (await loader.getHarness(MatRadioButtonHarness.with({ label }))).check();

  it('sends the domains as a list, and numbers as numbers', async () => {
    await choose(/mail address of ours/);
    await type(/Mail domains/, 'example.org\n@it.example.org,  example.net');
    await type(/Days until closing/, '3');
    await save();
    expect(api.bodies(SAVE)).toEqual([
      {
        registration: 'domains',
        registrationDomains: ['example.org', '@it.example.org', 'example.net'],
        closingDays: 3,
      },
    ]);
  });

  it('says what an account may do until its address is confirmed, and whether the trail is mailed', async () => {
    await choose(/file tickets and see what becomes/);
    await (await loader.getHarness(MatCheckboxHarness.with({ label: /ends of the trail/ }))).check();
    await save();
    expect(api.bodies(SAVE)).toEqual([{ unconfirmedMay: 'file_only', trailHeadsDaily: true }]);
  });

  it('asks for a domain where only some may register', async () => {
    await choose(/mail address of ours/);
    await save();
    expect(api.bodies(SAVE)).toEqual([]);
    const summary = (fixture.nativeElement as HTMLElement).querySelector('dh-form-summary');
    expect(summary?.textContent).toContain('Enter at least one domain');
  });

  it.each([
    [/Days in all/, '400', 'Enter a whole number from 1 to 365.'],
    [/Days in all/, '10', 'A session cannot stay unused for longer than it lasts.'],
    [/Days in the bin/, '', 'Enter a whole number from 1 to 3650.'],
    [/Largest file/, '1.5', 'Enter a whole number from 1 to 50.'],
  ])('with %s as %j it says what to do', async (label, text, words) => {
    await type(label, text);
    await save();
    expect(api.bodies(SAVE)).toEqual([]);
    const summary = (fixture.nativeElement as HTMLElement).querySelector('dh-form-summary');
    expect(summary?.textContent).toContain(words);
  });
});
