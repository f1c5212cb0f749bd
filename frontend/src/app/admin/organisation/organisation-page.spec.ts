import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { aMe } from '../../../testing/builders';
import { FakeApi, refusal } from '../../../testing/fake-api';
import { anOrganisation, someSettings } from '../../../testing/organisation';
import { settled } from '../../../testing/settled';
import { problemInterceptor } from '../../platform/problem-interceptor';
import { Session } from '../../platform/session';
import { registerIcons } from '../../ui/icons';
import { OrganisationPage } from './organisation-page';

const SAVE = 'PATCH /api/v1/settings';

describe('the page of the organisation', () => {
  let fixture: ComponentFixture<OrganisationPage>;
  let page: HTMLElement;
  let api: FakeApi;

  beforeEach(() => {
    sessionStorage.clear();
    api = new FakeApi()
      .on('GET /api/v1/settings', () => someSettings({ supportHours: '8 to 5' }))
      .on('GET /api/v1/organisation', () => anOrganisation());
    TestBed.configureTestingModule({
      providers: [provideHttpClient(withInterceptors([problemInterceptor, api.interceptor]))],
    });
    TestBed.runInInjectionContext(registerIcons);
    TestBed.inject(Session).begin(aMe({ role: 'admin' }));
  });

  async function open(): Promise<void> {
    fixture = TestBed.createComponent(OrganisationPage);
    page = fixture.nativeElement as HTMLElement;
    await settled(fixture);
  }

  function field(label: string): HTMLInputElement {
    const found = [...page.querySelectorAll('mat-form-field')].find((each) => each.textContent.includes(label));
    return found!.querySelector<HTMLInputElement>('input, select')!;
  }

  async function type(label: string, text: string): Promise<void> {
    field(label).value = text;
    field(label).dispatchEvent(new Event('input'));
    await settled(fixture);
  }

  async function save(): Promise<void> {
    page.querySelector('form')!.dispatchEvent(new Event('submit'));
    await settled(fixture);
    await settled(fixture);
  }

  it('sends only what was changed, and an emptied field as nothing', async () => {
    api.on(SAVE, () => someSettings({ supportContact: 'Room 3' }));
    await open();
    await type('Support hours', ' ');
    await type('Contact', ' Room 3 ');
    await save();
    expect(api.bodies(SAVE)).toEqual([{ supportHours: null, supportContact: 'Room 3' }]);
    expect(page.textContent).not.toContain('Not saved yet');
  });

  it('keeps what was not saved, and takes it back when asked', async () => {
    await open();
    await type('Name', 'Harbour & Daughters');
    expect(page.textContent).toContain('Not saved yet');
    fixture.destroy();
    await open();
    expect(field('Name').value).toBe('Harbour & Daughters');
    [...page.querySelectorAll('button')].find((button) => button.textContent.trim() === 'Discard')!.click();
    await settled(fixture);
    expect(field('Name').value).toBe('Harbour & Sons');
    expect(sessionStorage).toHaveLength(0);
  });

  it('says next to the field what the server did not take', async () => {
    const errors = [{ pointer: '/timeZone', code: 'isTimeZone', detail: 'Send a time zone by its name.' }];
    api.on(SAVE, () => refusal('invalid_body', 'Some fields need your attention.', errors));
    await open();
    await type('Name', 'Other');
    await save();
    expect(page.querySelector('dh-form-summary')?.textContent).toContain('Send a time zone by its name.');
    expect(page.textContent).toContain('Not saved yet');
  });

  it('offers another try where the settings do not come', async () => {
    api.on('GET /api/v1/settings', () => refusal('unavailable', 'Away.'));
    await open();
    expect(page.querySelector('dh-failure')?.textContent).toContain('Away.');
  });

  it('shows why a picture is not taken, without sending it', async () => {
    await open();
    const input = page.querySelector<HTMLInputElement>('input[type=file]')!;
    const files = [new File(['<svg/>'], 'logo.svg', { type: 'image/svg+xml' })];
    Object.defineProperty(input, 'files', { value: files });
    Object.defineProperty(input, 'value', { value: '', writable: true });
    input.dispatchEvent(new Event('change'));
    await settled(fixture);
    expect(page.querySelector('[role=alert]')?.textContent).toContain('Choose a PNG, JPEG or WebP picture.');
    expect(api.bodies('PUT /api/v1/settings/logo')).toEqual([]);
  });
});
