import type { HarnessLoader } from '@angular/cdk/testing';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component, inject } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { MatButtonHarness } from '@angular/material/button/testing';
import { MatInputHarness } from '@angular/material/input/testing';
import { MatMenuHarness } from '@angular/material/menu/testing';
import { provideRouter } from '@angular/router';
import { COMMENT_EDIT_WINDOW } from '@deskhand/shared';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { aMe } from '../../../testing/builders';
import { problemBody } from '../../../testing/problem-body';
import { settled } from '../../../testing/settled';
import { aComment, aTicket, onePage } from '../../../testing/tickets';
import { problemInterceptor } from '../../platform/problem-interceptor';
import { type Me, Session } from '../../platform/session';
import { registerIcons } from '../../ui/icons';
import type { Comment } from '../model/ticket';
import { TicketSnippets } from '../snippets/ticket-snippets';
import { CommentMessage } from './comment-message';
import { OpenTicket } from './open-ticket';

const TICKET = aTicket();
const URL = `/api/v1/tickets/${TICKET.id}`;
const LIAM = aMe();
const ADA = aMe({ id: '0192f0c1-0000-7000-8000-0000000000ad', name: 'Ada Adams', role: 'admin' });

const agoIso = (milliseconds: number): string => new Date(Date.now() - milliseconds).toISOString();
const ofLiam = (facts: Partial<Comment> = {}): Comment => aComment({ createdAt: agoIso(60_000), ...facts });

@Component({
  imports: [CommentMessage],
  providers: [OpenTicket, TicketSnippets],
  template: `@for (entry of open.timeline(); track entry.id) {
    @if (entry.type === 'comment') {
      <dh-comment [comment]="entry.comment" />
    }
  }`,
})
class Talk {
  readonly open = inject(OpenTicket);
}

let http: HttpTestingController;
let fixture: ComponentFixture<Talk>;
let loader: HarnessLoader;

beforeEach(() => {
  localStorage.clear();
  TestBed.configureTestingModule({
    providers: [
      provideRouter([]),
      provideHttpClient(withInterceptors([problemInterceptor])),
      provideHttpClientTesting(),
    ],
  });
  TestBed.runInInjectionContext(registerIcons);
  http = TestBed.inject(HttpTestingController);
});

async function show(me: Me, comment: Comment, ticket = TICKET): Promise<void> {
  TestBed.inject(Session).begin(me);
  fixture = TestBed.createComponent(Talk);
  loader = TestbedHarnessEnvironment.documentRootLoader(fixture);
  fixture.componentInstance.open.id.set(ticket.id);
  fixture.detectChanges();
  http.expectOne(URL).flush(ticket);
  answerTheConversation(comment);
  await settled(fixture);
}

function answerTheConversation(comment: Comment): void {
  http.expectOne(`${URL}/comments?limit=100`).flush(onePage([comment]));
  http.expectOne(`${URL}/activity?limit=100`).flush(onePage([]));
}

/** What the page asks for after a change of a comment. */
async function answerWhatFollows(comment: Comment): Promise<void> {
  await settled(fixture);
  http.expectOne(`${URL}/activity?limit=100`).flush(onePage([]));
  await settled(fixture);
  http.expectOne(URL).flush(TICKET);
  await settled(fixture);
  answerTheConversation(comment);
  await settled(fixture);
}

const menus = (): Promise<MatMenuHarness[]> => loader.getAllHarnesses(MatMenuHarness);
const field = (): Promise<MatInputHarness> => loader.getHarness(MatInputHarness);
const words = (): string => (fixture.nativeElement as HTMLElement).textContent.replace(/\s+/g, ' ');

async function choices(): Promise<string[]> {
  const [menu] = await menus();
  if (!menu) return [];
  await menu.open();
  const items = await menu.getItems();
  const texts = await Promise.all(items.map((item) => item.getText()));
  return texts.map((text) => text.replace(/^\W+/, ''));
}

async function choose(text: RegExp): Promise<void> {
  const [menu] = await menus();
  await menu!.open();
  await menu!.clickItem({ text });
}

async function press(text: string): Promise<void> {
  await (await loader.getHarness(MatButtonHarness.with({ text }))).click();
}

describe('a comment', () => {
  it.each([
    ['its author, for a while', LIAM, ofLiam(), ['Edit']],
    ['its author, too late', LIAM, ofLiam({ createdAt: agoIso(COMMENT_EDIT_WINDOW + 1000) }), []],
    ['an admin', ADA, ofLiam({ createdAt: agoIso(COMMENT_EDIT_WINDOW * 9) }), ['Erase text…']],
    ['an admin, of what is erased', ADA, ofLiam({ body: '', redactedAt: agoIso(1000) }), []],
  ])('offers %s what he may do', async (_, me, comment, offered) => {
    await show(me, comment);
    expect(await choices()).toEqual(offered);
  });

  it('is edited in its place, and says that it was', async () => {
    const comment = ofLiam();
    await show(LIAM, comment);
    await choose(/Edit/);
    expect(await (await field()).getValue()).toBe('Which floor is it?');
    await (await field()).setValue('Which room is it?');
    await press('Save changes');
    const request = http.expectOne(`${URL}/comments/${comment.id}`);
    expect([request.request.method, request.request.body]).toEqual(['PATCH', { body: 'Which room is it?' }]);
    const changed = { ...comment, body: 'Which room is it?', editedAt: agoIso(0) };
    request.flush(changed);
    await answerWhatFollows(changed);
    expect(words()).toMatch(/edited just now.*Which room is it\?/);
    expect(localStorage).toHaveLength(0);
  });

  it('keeps what was typed where saving fails, and after a reload', async () => {
    const comment = ofLiam();
    await show(LIAM, comment);
    await choose(/Edit/);
    await (await field()).setValue('Which room is it?');
    await press('Save changes');
    const late = problemBody('conflict', 'A comment can be edited for 15 minutes.');
    http.expectOne(`${URL}/comments/${comment.id}`).flush(late, { status: 409, statusText: 'Conflict' });
    await settled(fixture);
    expect(words()).toContain('A comment can be edited for 15 minutes.');
    expect(await (await field()).getValue()).toBe('Which room is it?');
    fixture.destroy();
    await show(LIAM, comment);
    expect(await (await field()).getValue()).toBe('Which room is it?');
    await press('Cancel');
    expect([words().includes('Which floor is it?'), localStorage.length]).toEqual([true, 0]);
  });

  it('is not saved without words', async () => {
    await show(LIAM, ofLiam());
    await choose(/Edit/);
    await (await field()).setValue(' ');
    await press('Save changes');
    expect(words()).toContain('Write something first.');
    http.expectNone(({ method }) => method === 'PATCH');
  });

  it('is erased only after a question in words', async () => {
    const comment = ofLiam();
    await show(ADA, comment);
    await choose(/Erase/);
    await settled(fixture);
    http.expectNone(({ method }) => method === 'POST');
    await press('Erase the text for good');
    const request = http.expectOne(`${URL}/comments/${comment.id}/redaction`);
    const erased = { ...comment, body: '', redactedAt: agoIso(0) };
    request.flush(erased);
    await answerWhatFollows(erased);
    expect(words()).toContain('The text was erased by an admin.');
    expect(words()).not.toContain('Which floor is it?');
  });
});
