import type { HarnessLoader } from '@angular/cdk/testing';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { Component, inject, viewChild } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { MatButtonHarness } from '@angular/material/button/testing';
import { MatCheckboxHarness } from '@angular/material/checkbox/testing';
import { MatDialogHarness } from '@angular/material/dialog/testing';
import { MatInputHarness } from '@angular/material/input/testing';
import { MatMenuHarness } from '@angular/material/menu/testing';
import { provideRouter } from '@angular/router';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { aMe } from '../../../testing/builders';
import { FakeApi, refusal } from '../../../testing/fake-api';
import { settled } from '../../../testing/settled';
import { aTicket, onePage } from '../../../testing/tickets';
import { problemInterceptor } from '../../platform/problem-interceptor';
import { Session } from '../../platform/session';
import { registerIcons } from '../../ui/icons';
import { CommentField } from '../page/comment-field';
import { OpenTicket } from '../page/open-ticket';
import type { Snippet } from './snippets';
import { SnippetsPage } from './snippets-page';
import { TicketSnippets } from './ticket-snippets';

function aSnippet(facts: Partial<Snippet> = {}): Snippet {
  const updatedAt = '2026-03-02T09:00:00.000Z';
  return { id: 's1', name: 'Thanks', body: 'Thank you.', shared: false, mayChange: true, updatedAt, ...facts };
}

@Component({
  imports: [CommentField],
  providers: [OpenTicket, TicketSnippets],
  template: `<dh-comment-field label="Reply" [text]="text" (typed)="text = $event" />`,
})
class Writing {
  readonly open = inject(OpenTicket);
  readonly field = viewChild.required(CommentField);
  text = '';
}

const TICKET = aTicket();
let api: FakeApi;
let snippets: Snippet[];
let overlays: HarnessLoader;

beforeEach(() => {
  localStorage.clear();
  snippets = [
    aSnippet(),
    aSnippet({
      id: 's2',
      name: 'Serial number',
      body: 'Hello {{requester.firstName}}, #{{ticket.number}}?\n{{me.name}}',
    }),
  ];
  api = new FakeApi()
    .on('GET /api/v1/snippets', () => ({ items: snippets }))
    .on(`GET /api/v1/tickets/${TICKET.id}`, () => TICKET)
    .on(`GET /api/v1/tickets/${TICKET.id}/comments`, () => onePage([]))
    .on(`GET /api/v1/tickets/${TICKET.id}/activity`, () => onePage([]));
  TestBed.configureTestingModule({
    providers: [provideRouter([]), provideHttpClient(withInterceptors([problemInterceptor, api.interceptor]))],
  });
  TestBed.runInInjectionContext(registerIcons);
});

describe('a snippet in a reply', () => {
  let fixture: ComponentFixture<Writing>;
  let field: HTMLTextAreaElement;

  beforeEach(async () => {
    TestBed.inject(Session).begin(aMe());
    fixture = TestBed.createComponent(Writing);
    fixture.componentInstance.open.id.set(TICKET.id);
    await settled(fixture);
    field = (fixture.nativeElement as HTMLElement).querySelector('textarea')!;
  });

  async function type(text: string): Promise<string[]> {
    field.value = text;
    field.dispatchEvent(new Event('input'));
    await settled(fixture);
    await settled(fixture);
    return [...document.querySelectorAll('[role=option] .name')].map((name) => name.textContent);
  }

  it('is offered after a slash at the beginning of a line, and stands there with its variables filled in', async () => {
    expect(await type('See and/or\n/se')).toEqual(['Serial number']);
    field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }));
    await settled(fixture);
    expect(field.value).toBe('See and/or\nHello Emma, #1042?\nLiam Novak');
    expect(document.querySelector('[role=listbox]')).toBeNull();
  });

  it('is not read before somebody begins one, and not offered within a word', async () => {
    expect(await type('either/or')).toEqual([]);
    expect(api.query('GET /api/v1/snippets')).toBeUndefined();
    expect(await type('/')).toEqual(['Thanks', 'Serial number']);
  });

  it('takes the place of what is selected where it is chosen from the list of all', async () => {
    await type('Hello you');
    field.setSelectionRange(6, 9);
    fixture.componentInstance.field().insert('Emma');
    await settled(fixture);
    expect([field.value, field.selectionStart]).toEqual(['Hello Emma', 10]);
  });
});

describe('the page of snippets', () => {
  let fixture: ComponentFixture<SnippetsPage>;

  async function open(role: 'agent' | 'admin' = 'agent'): Promise<HTMLElement> {
    TestBed.inject(Session).begin(aMe({ role }));
    fixture = TestBed.createComponent(SnippetsPage);
    overlays = TestbedHarnessEnvironment.documentRootLoader(fixture);
    await settled(fixture);
    return fixture.nativeElement as HTMLElement;
  }

  const press = async (text: string): Promise<void> => {
    await (await overlays.getHarness(MatButtonHarness.with({ text: new RegExp(text) }))).click();
    await settled(fixture);
  };

  it('tells the own from the shared ones, which agents do not change', async () => {
    snippets = [aSnippet(), aSnippet({ id: 's3', name: 'Hours', shared: true, mayChange: false })];
    const page = await open();
    expect([...page.querySelectorAll('h2')].map(({ textContent }) => textContent)).toEqual([
      'My snippets',
      'Shared with all staff',
    ]);
    expect(page.querySelectorAll('li button')).toHaveLength(1);
  });

  it('takes a new one, with variables from a menu, and refuses what is none', async () => {
    api.on('POST /api/v1/snippets', () => aSnippet({ id: 's9', name: 'New', body: 'x' }));
    await open();
    await press('New snippet');
    const dialog = await overlays.getHarness(MatDialogHarness);
    const [name, body] = await dialog.getAllHarnesses(MatInputHarness);
    expect(await dialog.getAllHarnesses(MatCheckboxHarness)).toHaveLength(0);
    await name!.setValue('New');
    await body!.setValue('Dear {{requester.nme}}');
    await (await dialog.getHarness(MatButtonHarness.with({ text: 'Save' }))).click();
    expect(await dialog.getText()).toContain('There is no variable {{requester.nme}}.');
    await body!.setValue('Dear ');
    const menu = await dialog.getHarness(MatMenuHarness);
    await menu.open();
    await menu.clickItem({ text: "Requester's name" });
    await (await dialog.getHarness(MatButtonHarness.with({ text: 'Save' }))).click();
    await settled(fixture);
    expect(api.bodies('POST /api/v1/snippets')).toEqual([{ name: 'New', body: 'Dear {{requester.name}}' }]);
  });

  it('lets admins share', async () => {
    api.on('PATCH /api/v1/snippets/s1', () => aSnippet({ shared: true }));
    const page = await open('admin');
    const menu = await overlays.getHarness(MatMenuHarness.with({ selector: '[aria-label="Actions for Thanks"]' }));
    await menu.open();
    await menu.clickItem({ text: 'Edit' });
    const dialog = await overlays.getHarness(MatDialogHarness);
    await (await dialog.getHarness(MatCheckboxHarness)).check();
    await (await dialog.getHarness(MatButtonHarness.with({ text: 'Save' }))).click();
    await settled(fixture);
    expect(api.bodies('PATCH /api/v1/snippets/s1')).toEqual([{ name: 'Thanks', body: 'Thank you.', shared: true }]);
    expect(page.textContent).toContain('Shared with all staff');
  });

  it('deletes without a question, and takes that back', async () => {
    api.on('DELETE /api/v1/snippets/s1', () => null).on('POST /api/v1/snippets', () => aSnippet({ id: 's4' }));
    const page = await open();
    const menu = await overlays.getHarness(MatMenuHarness.with({ selector: '[aria-label="Actions for Thanks"]' }));
    await menu.open();
    await menu.clickItem({ text: 'Delete' });
    await settled(fixture);
    expect(page.querySelectorAll('li')).toHaveLength(1);
    await press('Undo');
    expect(api.bodies('POST /api/v1/snippets')).toEqual([{ name: 'Thanks', body: 'Thank you.', shared: false }]);
    expect(page.querySelectorAll('li')).toHaveLength(2);
  });

  it('says why there is nothing, and what went wrong', async () => {
    snippets = [];
    expect((await open()).textContent).toContain('No snippets yet');
    TestBed.resetTestingModule();
  });

  it('offers another try where they could not be read', async () => {
    api.on('GET /api/v1/snippets', () => refusal('unavailable', 'The database is away.'));
    expect((await open()).textContent).toContain('The database is away.');
  });
});
