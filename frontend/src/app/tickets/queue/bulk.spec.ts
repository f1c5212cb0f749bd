import { type HarnessLoader } from '@angular/cdk/testing';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { Component } from '@angular/core';
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
import { PreviewChoice } from '../preview/preview-choice';
import { BulkBar } from './bulk-bar';
import { BulkChanges } from './bulk-changes';
import { EveryMatch } from './every-match';
import { QueueCursor } from './queue-cursor';
import { QueueRows } from './queue-rows';
import { QueueSelection } from './queue-selection';
import { TargetActions } from './target-actions';
import { TargetMenus } from './target-menus';

const BULK = 'POST /api/v1/tickets/bulk';
const NEW = aTicketSummary({ id: 'a', number: 1 });
const DONE = aTicketSummary({ id: 'b', number: 2, status: 'cancelled', phase: 'done' });

/** The bar and the menus that its buttons open, as the list has them. */
@Component({
  selector: 'dh-some-list',
  imports: [BulkBar, TargetMenus],
  providers: [QueueRows],
  template: `<dh-bulk-bar [menus]="menus" [query]="query" all="450" /><dh-target-menus #menus />`,
})
class SomeList {
  protected readonly query = { status: 'submitted', limit: '25', total: 'true' };
}

let api: FakeApi;
let fixture: ComponentFixture<SomeList>;
let loader: HarnessLoader;
let selection: QueueSelection;

beforeEach(() => {
  localStorage.clear();
  api = new FakeApi().on('GET /api/v1/categories', () => ({ items: [] }));
  TestBed.configureTestingModule({
    providers: [
      ...[BulkChanges, EveryMatch, PreviewChoice, QueueSelection, TargetActions],
      provideHttpClient(withInterceptors([problemInterceptor, api.interceptor])),
    ],
  });
  TestBed.runInInjectionContext(registerIcons);
  TestBed.inject(Session).begin(aMe());
  selection = TestBed.inject(QueueSelection);
  selection.offered.set([NEW, DONE]);
  selection.selectAll();
  fixture = TestBed.createComponent(SomeList);
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

  it('selects what matches on all pages, and changes it two hundred at a time', async () => {
    const many = Array.from({ length: 450 }, (_, at) => aTicketSummary({ id: `t${at}`, number: at }));
    selection.offered.set(many.slice(0, 25));
    selection.selectAll();
    const pages = [0, 100, 200, 300, 400].map((from, at) => ({
      ...{ items: many.slice(from, from + 100), nextCursor: at < 4 ? `page-${at + 1}` : null, previousCursor: null },
    }));
    api.on('GET /api/v1/tickets', () => pages.shift());
    await (await loader.getHarness(MatButtonHarness.with({ text: 'Select all 450' }))).click();
    expect(shown()).toContain('450 selected, on all pages');
    expect(api.query('GET /api/v1/tickets')).toBe('status=submitted&limit=100&total=false&cursor=page-4');
    let calls = 0;
    api.on(BULK, () => {
      calls += 1;
      if (calls === 3) return refusal('unavailable', 'The database is away.');
      const { ids } = api.bodies(BULK).at(-1) as { ids: string[] };
      return { bulkId: `bulk-${calls}`, results: ids.map((id) => ({ id, status: 200 })) };
    });
    await choose(/Priority/, /Low/);
    expect(api.bodies(BULK).map((body) => (body as { ids: string[] }).ids.length)).toEqual([200, 200, 50]);
    const dialog = await loader.getHarness(MatDialogHarness);
    expect(await dialog.getText()).toContain('400 others were changed. What stayed is still selected.');
    expect(await dialog.getText()).toContain('50 were not tried: The database is away.');
    expect(selection.count()).toBe(50);
    await (await dialog.getHarness(MatButtonHarness.with({ text: 'Understood' }))).click();
    await new Promise((resolve) => setTimeout(resolve, 300));
    await fixture.whenStable();
    for (const bulk of ['bulk-1', 'bulk-2'])
      api.on(`POST /api/v1/tickets/bulk/${bulk}/undo`, () => ({ bulkId: bulk, results: [{ id: 't1', status: 200 }] }));
    await (await loader.getHarness(MatButtonHarness.with({ text: 'Undo' }))).click();
    expect(shown()).toContain('Undone. 2 tickets are as they were before.');
  });

  it('changes the ticket where somebody is, where none is selected', async () => {
    selection.clear();
    TestBed.inject(QueueCursor).moveTo('a', 0);
    answers();
    api.on(BULK, () => ({ bulkId: 'bulk-1', results: [{ id: 'a', status: 200 }] }));
    await TestBed.inject(TargetActions).change({ priority: 'high' });
    await fixture.whenStable();
    expect(api.bodies(BULK)).toEqual([{ ids: ['a'], change: { priority: 'high' } }]);
    expect(shown()).toContain('Ticket #1 changed.');
  });
});
