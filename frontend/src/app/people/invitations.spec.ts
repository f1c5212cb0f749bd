import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import type { HarnessLoader } from '@angular/cdk/testing';
import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { TestBed } from '@angular/core/testing';
import { MatButtonHarness } from '@angular/material/button/testing';
import { MatDialogHarness } from '@angular/material/dialog/testing';
import { MatFormFieldHarness } from '@angular/material/form-field/testing';
import { MatInputHarness } from '@angular/material/input/testing';
import { MatMenuHarness } from '@angular/material/menu/testing';
import { MatSelectHarness } from '@angular/material/select/testing';
import { provideRouter, Router, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { aMe, aPerson } from '../../testing/builders';
import { FakeApi, refusal } from '../../testing/fake-api';
import { settled } from '../../testing/settled';
import { problemInterceptor } from '../platform/problem-interceptor';
import { Session } from '../platform/session';
import { registerIcons } from '../ui/icons';
import { PeoplePage } from './people-page';

const NORA = aPerson({ id: 'nora', name: 'Nora New', email: 'nora@example.com', role: 'agent', invited: true });
const LINK = {
  url: 'http://localhost:3000/accept-invitation#token=secret',
  expiresAt: '2026-07-01T12:00:00.000Z',
};
const INVITE = 'POST /api/v1/users/invitations';

describe('inviting on the page of people', () => {
  let harness: RouterTestingHarness;
  let loader: HarnessLoader;
  let overlays: HarnessLoader;
  let api: FakeApi;

  beforeEach(() => {
    api = new FakeApi()
      .on('GET /api/v1/users', () => ({ items: [NORA], nextCursor: null, previousCursor: null }))
      .on(INVITE, () => ({ person: NORA, ...LINK }));
    TestBed.configureTestingModule({
      providers: [
        provideRouter([{ path: 'people', component: PeoplePage }], withComponentInputBinding()),
        provideHttpClient(withInterceptors([problemInterceptor, api.interceptor])),
      ],
    });
    TestBed.runInInjectionContext(registerIcons);
  });

  async function open(role: 'agent' | 'admin' = 'admin', address = '/people'): Promise<void> {
    TestBed.inject(Session).begin(aMe({ id: 'liam', role }));
    harness = await RouterTestingHarness.create(address);
    loader = TestbedHarnessEnvironment.loader(harness.fixture);
    overlays = TestbedHarnessEnvironment.documentRootLoader(harness.fixture);
    await settled(harness.fixture);
  }

  async function press(text: string, within: HarnessLoader = overlays): Promise<void> {
    await (await within.getHarness(MatButtonHarness.with({ text }))).click();
    await settled(harness.fixture);
  }

  async function fill(label: string, value: string): Promise<void> {
    const field = await overlays.getHarness(MatFormFieldHarness.with({ floatingLabelText: label }));
    await (await field.getControl(MatInputHarness))?.setValue(value);
  }

  function shownLink(): string | undefined {
    return document.querySelector<HTMLInputElement>('dh-link-to-copy input')?.value;
  }

  it('is for admins', async () => {
    await open('agent');
    expect(await loader.getAllHarnesses(MatButtonHarness.with({ text: 'Invite' }))).toHaveLength(0);
    expect(harness.routeNativeElement?.textContent).toContain('Invited');
  });

  it('sends what was written and shows the link, ready to be copied', async () => {
    await open();
    await press('Invite', loader);
    await press('Make the link');
    const dialog = await overlays.getHarness(MatDialogHarness);
    expect(await dialog.getText()).toContain('Enter the mail address of whom you invite.');
    expect(api.bodies(INVITE)).toEqual([]);
    await fill('Mail address', 'nora@example.com');
    await (await dialog.getHarness(MatSelectHarness)).clickOptions({ text: 'Agent' });
    await press('Make the link');
    expect(api.bodies(INVITE)).toEqual([{ email: 'nora@example.com', role: 'agent' }]);
    expect(shownLink()).toBe(LINK.url);
    expect(await dialog.getText()).toContain('It works once, until');
    expect(api.calls.filter(({ method }) => method === 'GET')).toHaveLength(2);
  });

  it('says next to the address that it is taken', async () => {
    api.on(INVITE, () => refusal('email_taken', 'Somebody signs in with this mail address already.'));
    await open();
    await press('Invite', loader);
    await fill('Mail address', 'emma@example.com');
    await fill('Name (optional)', 'Emma');
    await press('Make the link');
    const field = await overlays.getHarness(MatFormFieldHarness.with({ floatingLabelText: 'Mail address' }));
    expect(await field.getTextErrors()).toEqual(['Somebody signs in with this mail address already.']);
    expect(api.bodies(INVITE)).toEqual([{ email: 'emma@example.com', name: 'Emma', role: 'employee' }]);
  });

  it('makes a new link for whoever has not accepted, and no password link', async () => {
    await open();
    const menu = await loader.getHarness(MatMenuHarness.with({ selector: '[aria-label="Actions for Nora New"]' }));
    await menu.open();
    const items = await Promise.all((await menu.getItems()).map((item) => item.getText()));
    expect(items).not.toContain('Make a password link');
    await menu.clickItem({ text: 'New invitation link' });
    await press('Make the link');
    expect(api.bodies(INVITE)).toEqual([{ email: 'nora@example.com' }]);
    expect(shownLink()).toBe(LINK.url);
  });

  it('keeps in the address whether only the invited are shown', async () => {
    await open('agent', '/people?disabled=true');
    const state = (await loader.getAllHarnesses(MatSelectHarness))[1];
    expect(await state?.getValueText()).toBe('Disabled');
    await state?.clickOptions({ text: 'Invited' });
    await settled(harness.fixture);
    expect(TestBed.inject(Router).url).toBe('/people?disabled=false&invited=true');
    expect(api.query('GET /api/v1/users')).toBe('disabled=false&invited=true&total=true');
    expect(await state?.getValueText()).toBe('Invited');
  });
});
