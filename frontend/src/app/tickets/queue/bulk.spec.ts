import { type HarnessLoader } from '@angular/cdk/testing';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { MatButtonHarness } from '@angular/material/button/testing';
import { MatDialogHarness } from '@angular/material/dialog/testing';
import { MatInputHarness } from '@angular/material/input/testing';
import { MatMenuHarness } from '@angular/material/menu/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { aMe } from '../../../testing/builders';
import { FakeApi, refusal } from '../../../testing/fake-api';
import { problemBody } from '../../../testing/problem-body';
import { aTicketSummary } from '../../../testing/tickets';
import { problemInterceptor } from '../../platform/problem-interceptor';
import { Session } from '../../platform/session';
import { registerIcons } from '../../ui/icons';
import { BulkBar } from './bulk-bar';
import { BulkChanges } from './bulk-changes';
import { QueueSelection } from './queue-selection';

const BULK = 'POST /api/v1/tickets/bulk';
const NEW = aTicketSummary({ id: 'a', number: 1 });
const DONE = aTicketSummary({ id: 'b', number: 2, status: 'cancelled', phase: 'done' });

let api: FakeApi;
let fixture: ComponentFixture<BulkBar>;
let loader: HarnessLoader;
let selection: QueueSelection;

beforeEach(() => {
  localStorage.clear();
  api = new FakeApi().on('GET /api/v1/categories', () => ({ items: [] }));
  TestBed.configureTestingModule({
    providers: [
      BulkChanges,
      QueueSelection,
      provideHttpClient(withInterceptors([problemInterceptor, api.interceptor])),
    ],
  });
  TestBed.runInInjectionContext(registerIcons);
  TestBed.inject(Session).begin(aMe());
  selection = TestBed.inject(QueueSelection);
  selection.offered.set([NEW, DONE]);
  selection.selectAll();
  fixture = TestBed.createComponent(BulkBar);
  loader = TestbedHarnessEnvironment.documentRootLoader(fixture);
});

async function choose(menu: RegExp, item: RegExp): Promise<void> {
  const found = await loader.getHarness(MatMenuHarness.with({ triggerText: menu }));
  await found.open();
  await found.clickItem({ text: item });
}

function answers(...problems: (object | undefined)[]): void {
  const results = [NEW, DONE].map(({ id }, index) => ({ id, status: 200, problem: problems[index] }));
  api.on(BULK, () => ({ bulkId: 'bulk-1', results }));
}

function shown(): string {
  return document.body.textContent.replace(/\s+/g, ' ');
}

describe('the bar of the selected tickets', () => {
  it('changes them in one call, lets them go, and takes all back in one call', async () => {
    answers();
    api.on('POST /api/v1/tickets/bulk/bulk-1/undo', () => ({ bulkId: 'bulk-1', results: [{ id: 'a', status: 200 }] }));
    await choose(/Priority/, /Urgent/);
    expect(api.bodies(BULK)).toEqual([{ ids: ['a', 'b'], change: { priority: 'urgent' } }]);
    expect(selection.count()).toBe(0);
    expect(shown()).toContain('2 tickets changed.');
    await (await loader.getHarness(MatButtonHarness.with({ text: 'Undo' }))).click();
    expect(shown()).toContain('Undone. The ticket is as it was before.');
  });

  it('names those that were refused with the reason, and keeps them selected', async () => {
    answers(undefined, problemBody('conflict', 'It is cancelled.'));
    await choose(/Priority/, /High/);
    const dialog = await loader.getHarness(MatDialogHarness);
    expect(await dialog.getTitleText()).toBe('1 ticket stayed as it was');
    expect(await dialog.getText()).toContain('It is cancelled.');
    expect(selection.tickets()).toEqual([DONE]);
    await (await dialog.getHarness(MatButtonHarness.with({ text: 'Understood' }))).click();
    // The dialog is gone only when it has faded.
    await new Promise((resolve) => setTimeout(resolve, 300));
    await fixture.whenStable();
    expect(shown()).toContain('1 ticket changed.');
  });

  it('offers every status that fits one of them, and asks for the reason of a rest', async () => {
    answers();
    await choose(/Status/, /On hold \(fits 1 of 2\)/);
    const dialog = await loader.getHarness(MatDialogHarness);
    expect(await dialog.getTitleText()).toBe('Put 2 tickets on hold');
    await (await dialog.getHarness(MatInputHarness)).setValue('Spare parts');
    await (await dialog.getHarness(MatButtonHarness.with({ text: 'Put on hold' }))).click();
    expect(api.bodies(BULK)).toEqual([{ ids: ['a', 'b'], change: { status: 'on_hold', reason: 'Spare parts' } }]);
  });

  it('keeps the selection where nothing was tried', async () => {
    api.on(BULK, () => refusal('unavailable', 'The database is away.'));
    await (await loader.getHarness(MatButtonHarness.with({ text: /Delete/ }))).click();
    expect(selection.count()).toBe(2);
    expect(shown()).toContain('The database is away.');
  });
});
