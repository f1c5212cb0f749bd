import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import type { HarnessLoader } from '@angular/cdk/testing';
import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { TestBed } from '@angular/core/testing';
import { MatButtonHarness } from '@angular/material/button/testing';
import { MatDialogHarness } from '@angular/material/dialog/testing';
import { MatInputHarness } from '@angular/material/input/testing';
import { MatMenuHarness } from '@angular/material/menu/testing';
import { MatRadioButtonHarness } from '@angular/material/radio/testing';
import { MatSelectHarness } from '@angular/material/select/testing';
import { MatSnackBarHarness } from '@angular/material/snack-bar/testing';
import { MatTableHarness } from '@angular/material/table/testing';
import { provideRouter, Router, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Role } from '@deskhand/shared';
import { aMe, aPerson } from '../../testing/builders';
import { FakeApi, refusal } from '../../testing/fake-api';
import { settled } from '../../testing/settled';
import { problemInterceptor } from '../platform/problem-interceptor';
import { Session } from '../platform/session';
import { registerIcons } from '../ui/icons';
import { PeoplePage } from './people-page';
import type { Person } from './people-api';

const EMMA = aPerson({ id: 'emma', name: 'Emma Thompson', role: 'employee' });
const PRIYA = aPerson({ id: 'priya', name: 'Priya Raman', role: 'agent', disabled: true });
const LIAM = aPerson({ id: 'liam', name: 'Liam Novak', role: 'admin' });

/** A dialog takes it once it has come to rest, which is sooner than any hand. */
async function hasFocus(place: string): Promise<void> {
  while (!document.activeElement?.closest(place)) await new Promise((resolve) => setTimeout(resolve, 10));
}

describe('the page of people', () => {
  let harness: RouterTestingHarness;
  let loader: HarnessLoader;
  let overlays: HarnessLoader;
  let api: FakeApi;
  let people: readonly Person[];

  beforeEach(() => {
    people = [EMMA, PRIYA, LIAM];
    api = new FakeApi().on('GET /api/v1/users', () => ({
      items: people,
      nextCursor: null,
      previousCursor: null,
      total: { value: people.length, relation: 'eq' },
    }));
    TestBed.configureTestingModule({
      providers: [
        provideRouter([{ path: 'people', component: PeoplePage }], withComponentInputBinding()),
        provideHttpClient(withInterceptors([problemInterceptor, api.interceptor])),
      ],
    });
    TestBed.runInInjectionContext(registerIcons);
  });

  async function open(role: Role, address = '/people'): Promise<void> {
    TestBed.inject(Session).begin(aMe({ id: 'liam', role }));
    harness = await RouterTestingHarness.create(address);
    loader = TestbedHarnessEnvironment.loader(harness.fixture);
    overlays = TestbedHarnessEnvironment.documentRootLoader(harness.fixture);
    await settled(harness.fixture);
  }

  async function choose(person: string, ...path: string[]): Promise<void> {
    const menu = await loader.getHarness(MatMenuHarness.with({ selector: `[aria-label="Actions for ${person}"]` }));
    await menu.open();
    await menu.clickItem({ text: path[0] ?? '' }, ...path.slice(1).map((text) => ({ text })));
    await settled(harness.fixture);
  }

  async function notice(): Promise<MatSnackBarHarness> {
    return overlays.getHarness(MatSnackBarHarness);
  }

  function text(): string {
    return harness.routeNativeElement?.textContent ?? '';
  }

  it('lists everybody, with what an agent may know', async () => {
    await open('agent');
    const table = await loader.getHarness(MatTableHarness);
    const columns = await table.getCellTextByColumnName();
    expect(Object.keys(columns)).toEqual(['name', 'role', 'phone', 'place', 'lastSeen']);
    expect(columns['role']?.text).toEqual(['Employee', 'Agent', 'Admin']);
    expect(columns['name']?.text[1]).toContain('Disabled');
    expect(text()).toContain('3 people');
  });

  it('gives an admin actions for everybody but himself', async () => {
    await open('admin');
    const menus = await loader.getAllHarnesses(MatMenuHarness);
    expect(await Promise.all(menus.map(async (menu) => (await menu.host()).getAttribute('aria-label')))).toEqual([
      'Actions for Emma Thompson',
      'Actions for Priya Raman',
    ]);
  });

  it('keeps the filter in the address, and begins it at the first page', async () => {
    await open('agent', '/people?cursor=abc&q=emma');
    expect(api.query('GET /api/v1/users')).toBe('q=emma&cursor=abc&total=true');
    const role = (await loader.getAllHarnesses(MatSelectHarness))[0];
    await role?.clickOptions({ text: 'Agent' });
    await settled(harness.fixture);
    expect(TestBed.inject(Router).url).toBe('/people?q=emma&role=agent');
    expect(api.query('GET /api/v1/users')).toBe('q=emma&role=agent&total=true');
  });

  it('says so where nobody matches, and leads back', async () => {
    people = [];
    await open('agent', '/people?q=zzz');
    expect(text()).toContain('Nobody matches');
    expect(text()).toContain('Show everybody');
  });

  it('offers another try where the list did not come, with the request to name', async () => {
    api.on('GET /api/v1/users', () => refusal('unavailable', 'The database is away.'));
    await open('agent');
    expect(text()).toContain('The database is away.');
    expect(text()).toContain('req-1');
    api.on('GET /api/v1/users', () => ({ items: [EMMA], nextCursor: null, previousCursor: null }));
    await (await loader.getHarness(MatButtonHarness.with({ text: 'Try again' }))).click();
    await settled(harness.fixture);
    expect(text()).toContain('Emma Thompson');
  });

  it('changes a role at once, and takes it back', async () => {
    await open('admin');
    api.on('PATCH /api/v1/users/emma', () => (people = [{ ...EMMA, role: 'agent' }]));
    await choose('Emma Thompson', 'Change the role', 'Agent');
    const table = await loader.getHarness(MatTableHarness);
    expect((await table.getCellTextByColumnName())['role']?.text).toEqual(['Agent']);
    expect(await (await notice()).getMessage()).toBe('Emma Thompson is Agent now.');
    await (await notice()).dismissWithAction();
    expect(api.bodies('PATCH /api/v1/users/emma')).toEqual([{ role: 'agent' }, { role: 'employee' }]);
  });

  it('asks who gets the open tickets of somebody who stops working on them', async () => {
    const noah = aPerson({ id: 'noah', name: 'Noah Weber', role: 'agent' });
    people = [noah, LIAM];
    api.on('GET /api/v1/users/noah', () => ({ ...noah, openTickets: 3 }));
    api.on('PATCH /api/v1/users/noah', () => (people = [{ ...noah, disabled: true }]));
    await open('admin');
    await choose('Noah Weber', 'Disable the account');
    const dialog = await overlays.getHarness(MatDialogHarness);
    expect(await dialog.getText()).toContain('Noah Weber has 3 open tickets.');
    const disable = await dialog.getHarness(MatButtonHarness.with({ text: 'Disable the account' }));
    await disable.click();
    expect(await dialog.getText()).toContain('Choose who gets the tickets');
    expect(api.bodies('PATCH /api/v1/users/noah')).toEqual([]);
    await (await dialog.getHarness(MatRadioButtonHarness.with({ label: /Nobody/ }))).check();
    await disable.click();
    await settled(harness.fixture);
    expect(api.bodies('PATCH /api/v1/users/noah')).toEqual([{ disabled: true, handOverTo: null }]);
    expect(await (await notice()).getMessage()).toBe('Noah Weber is disabled and signed out everywhere.');
    expect(await (await notice()).hasAction()).toBe(false);
    expect(text()).toContain('Disabled');
  });

  it('asks nothing about an agent without open tickets, and offers the way back', async () => {
    const noah = aPerson({ id: 'noah', name: 'Noah Weber', role: 'agent' });
    people = [noah, LIAM];
    api.on('GET /api/v1/users/noah', () => ({ ...noah, openTickets: 0 }));
    api.on('PATCH /api/v1/users/noah', () => (people = [{ ...noah, role: 'employee' }]));
    await open('admin');
    await choose('Noah Weber', 'Change the role', 'Employee');
    expect(await overlays.getAllHarnesses(MatDialogHarness)).toHaveLength(0);
    await (await notice()).dismissWithAction();
    expect(api.bodies('PATCH /api/v1/users/noah')).toEqual([{ role: 'employee' }, { role: 'agent' }]);
  });

  it('shows why the last admin stays', async () => {
    await open('admin');
    api.on('PATCH /api/v1/users/priya', () => refusal('last_admin', 'Make somebody else an admin.'));
    await choose('Priya Raman', 'Enable the account');
    expect(await (await notice()).getMessage()).toBe('Make somebody else an admin.');
  });

  it('makes a password link only when asked twice, and shows it', async () => {
    const link = 'http://localhost:3000/reset-password#token=secret';
    api.on('POST /api/v1/users/emma/reset-link', () => ({ url: link, expiresAt: '2026-07-01T12:00:00.000Z' }));
    await open('admin');
    await choose('Emma Thompson', 'Make a password link');
    const dialog = await overlays.getHarness(MatDialogHarness);
    expect(await dialog.getText()).toContain('chooses a new password for');
    expect(api.bodies('POST /api/v1/users/emma/reset-link')).toHaveLength(0);
    await hasFocus('mat-dialog-container');
    await (await dialog.getHarness(MatButtonHarness.with({ text: 'Make the link' }))).click();
    await settled(harness.fixture);
    expect(document.querySelector<HTMLInputElement>('dh-link-to-copy input')?.value).toBe(link);
    const copy = await dialog.getHarness(MatButtonHarness.with({ text: 'Copy the link' }));
    expect(await copy.isFocused()).toBe(true);
  });

  it('asks who gets the open tickets of somebody who is erased', async () => {
    const noah = aPerson({ id: 'noah', name: 'Noah Weber', role: 'agent' });
    people = [noah, LIAM];
    api.on('GET /api/v1/users/noah', () => ({ ...noah, openTickets: 1 }));
    api.on('POST /api/v1/users/noah/erasure', () => {
      people = [LIAM];
      return null;
    });
    await open('admin');
    await choose('Noah Weber', 'Erase this person…');
    const dialog = await overlays.getHarness(MatDialogHarness);
    expect(await dialog.getText()).toContain('Noah Weber has one open ticket.');
    const name = await dialog.getHarness(MatInputHarness.with({ ancestor: '#erase-form' }));
    const erase = await dialog.getHarness(MatButtonHarness.with({ text: 'Erase for good' }));
    await name.setValue('Noah Weber');
    await erase.click();
    expect(await dialog.getText()).toContain('Choose who gets the tickets');
    await (await dialog.getHarness(MatRadioButtonHarness.with({ label: /Nobody/ }))).check();
    await erase.click();
    await settled(harness.fixture);
    expect(api.bodies('POST /api/v1/users/noah/erasure')).toEqual([{ handOverTo: null }]);
  });

  it('erases somebody only after his name was typed', async () => {
    api.on('POST /api/v1/users/emma/erasure', () => {
      people = [LIAM];
      return null;
    });
    await open('admin');
    await choose('Emma Thompson', 'Erase this person…');
    const dialog = await overlays.getHarness(MatDialogHarness);
    const [name] = await dialog.getAllHarnesses(MatInputHarness);
    const erase = await dialog.getHarness(MatButtonHarness.with({ text: 'Erase for good' }));
    await name?.setValue('Emma');
    await erase.click();
    expect(await dialog.getText()).toContain('Type exactly: Emma Thompson');
    expect(api.bodies('POST /api/v1/users/emma/erasure')).toHaveLength(0);
    await name?.setValue('Emma Thompson');
    await erase.click();
    await settled(harness.fixture);
    expect(api.bodies('POST /api/v1/users/emma/erasure')).toHaveLength(1);
    expect(await (await notice()).getMessage()).toBe('Emma Thompson is erased.');
    expect(text()).not.toContain('Emma Thompson');
  });
});
