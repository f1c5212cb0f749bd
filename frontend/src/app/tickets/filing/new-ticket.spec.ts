import { type HarnessLoader } from '@angular/cdk/testing';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting, type TestRequest } from '@angular/common/http/testing';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { MatAutocompleteHarness } from '@angular/material/autocomplete/testing';
import { MatButtonHarness } from '@angular/material/button/testing';
import { MatFormFieldHarness } from '@angular/material/form-field/testing';
import { MatInputHarness } from '@angular/material/input/testing';
import { MatRadioButtonHarness } from '@angular/material/radio/testing';
import { MatSelectHarness } from '@angular/material/select/testing';
import { MatSnackBarHarness } from '@angular/material/snack-bar/testing';
import { provideRouter, Router, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { aMe } from '../../../testing/builders';
import { problemBody } from '../../../testing/problem-body';
import { settled } from '../../../testing/settled';
import { aTicket, onePage } from '../../../testing/tickets';
import { problemInterceptor } from '../../platform/problem-interceptor';
import { type Me, Session } from '../../platform/session';
import { registerIcons } from '../../ui/icons';
import type { Ticket } from '../model/ticket';
import { NewTicket } from './new-ticket';

@Component({ selector: 'dh-anywhere', template: '' })
class Anywhere {}

const HARDWARE = {
  id: 'c1',
  name: 'Hardware',
  standard: 'hardware',
  description: 'Computers, screens',
  position: 1,
  active: true,
};
const EMMA = aMe({ id: 'emma', name: 'Emma Thompson', role: 'employee' });
const LIAM = aMe({ id: 'liam' });
const FORMER = aTicket({ status: 'closed', phase: 'done', requester: { id: EMMA.id, name: EMMA.name } });
const DRAFT_KEY = `deskhand-draft:${EMMA.id}:new-ticket`;

let http: HttpTestingController;
let harness: RouterTestingHarness;
let loader: HarnessLoader;

beforeEach(() => {
  localStorage.clear();
  TestBed.configureTestingModule({
    providers: [
      provideRouter(
        [
          { path: 'tickets/new', component: NewTicket },
          { path: '**', component: Anywhere },
        ],
        withComponentInputBinding(),
      ),
      provideHttpClient(withInterceptors([problemInterceptor])),
      provideHttpClientTesting(),
    ],
  });
  TestBed.runInInjectionContext(registerIcons);
  http = TestBed.inject(HttpTestingController);
});

async function open(me: Me, about?: Ticket): Promise<void> {
  TestBed.inject(Session).begin(me);
  harness = await RouterTestingHarness.create(about ? `/tickets/new?about=${about.id}` : '/tickets/new');
  loader = TestbedHarnessEnvironment.documentRootLoader(harness.fixture);
  if (about) http.expectOne(`/api/v1/tickets/${about.id}`).flush(about);
  (await categoriesAsked()).flush({ items: [HARDWARE] });
  await settled(harness.fixture);
}

/** Asked for by the part of the form that comes once the browser has nothing else to do. */
async function categoriesAsked(): Promise<TestRequest> {
  for (;;) {
    const [asked] = http.match('/api/v1/categories');
    if (asked) return asked;
    await new Promise((resolve) => setTimeout(resolve));
  }
}

async function field(label: RegExp): Promise<MatInputHarness> {
  const found = await loader.getHarness(MatFormFieldHarness.with({ floatingLabelText: label }));
  const control = await found.getControl(MatInputHarness);
  if (!control) throw new Error(`No field is called ${label.source}.`);
  return control;
}

async function fill(): Promise<void> {
  await (await field(/What do you need/)).setValue('Printer on floor 3 jams');
  await (await field(/What happened/)).setValue('Every second page.');
}

async function file(): Promise<void> {
  await (await loader.getHarness(MatButtonHarness.with({ text: /File ticket|Filing/ }))).click();
}

/** Answers every search for people that an action brings about: the page is stable only then. */
async function offering(people: readonly Me[], action: Promise<void>): Promise<void> {
  const answering = setInterval(() => {
    for (const request of http.match(({ url }) => url === '/api/v1/users')) request.flush(onePage(people));
  }, 10);
  await action;
  await settled(harness.fixture);
  clearInterval(answering);
}

function words(): string {
  return (harness.routeNativeElement?.textContent ?? '').replace(/\s+/g, ' ');
}

describe('filing a ticket', () => {
  it('sends what was chosen and leads to the ticket', async () => {
    await open(EMMA);
    await fill();
    const category = await loader.getHarness(MatSelectHarness);
    await category.open();
    await category.clickOptions({ text: /Hardware/ });
    await (await loader.getHarness(MatRadioButtonHarness.with({ label: /High/ }))).check();
    await file();
    const request = http.expectOne('/api/v1/tickets');
    expect(request.request.body).toEqual({
      subject: 'Printer on floor 3 jams',
      description: 'Every second page.',
      priority: 'high',
      categoryId: 'c1',
    });
    request.flush(aTicket());
    await settled(harness.fixture);
    expect(TestBed.inject(Router).url).toBe(`/tickets/${aTicket().id}`);
    expect(await (await loader.getHarness(MatSnackBarHarness)).getMessage()).toBe('Ticket #1042 is filed.');
    expect(localStorage.getItem(DRAFT_KEY)).toBeNull();
  });

  it('happens once, however often somebody presses', async () => {
    await open(EMMA);
    await fill();
    await file();
    await file();
    expect(http.match('/api/v1/tickets')).toHaveLength(1);
  });

  it('says next to each field what is missing, and sends nothing', async () => {
    await open(EMMA);
    await file();
    expect(words()).toContain('Say in a few words what it is about.');
    expect(words()).toContain('Describe what happened');
    expect(document.activeElement?.closest('dh-form-summary')).not.toBeNull();
    http.expectNone('/api/v1/tickets');
  });

  it('keeps everything where the server refuses, next to the field that it names', async () => {
    await open(EMMA);
    await fill();
    await file();
    const errors = [{ pointer: '/subject', code: 'isLength', detail: 'This subject is too long.' }];
    const refusal = { status: 422, statusText: 'Unprocessable' };
    http.expectOne('/api/v1/tickets').flush(problemBody('invalid_body', 'Look at it.', errors), refusal);
    await settled(harness.fixture);
    const subject = await loader.getHarness(MatFormFieldHarness.with({ floatingLabelText: /What do you need/ }));
    expect(await subject.getTextErrors()).toEqual(['This subject is too long.']);
    expect(await (await field(/What happened/)).getValue()).toBe('Every second page.');
  });

  it('offers employees neither urgent nor other people', async () => {
    await open(EMMA);
    expect(await loader.getAllHarnesses(MatRadioButtonHarness)).toHaveLength(3);
    expect(await loader.getAllHarnesses(MatAutocompleteHarness)).toHaveLength(0);
  });

  it('lets staff file for somebody', async () => {
    await open(LIAM);
    await fill();
    const who = await loader.getHarness(MatAutocompleteHarness);
    await offering([EMMA], who.focus());
    await who.selectOption({ text: /Emma Thompson/ });
    await (await loader.getHarness(MatRadioButtonHarness.with({ label: /Urgent/ }))).check();
    expect(words()).toContain('Emma Thompson sees this ticket');
    await file();
    expect(http.expectOne('/api/v1/tickets').request.body).toMatchObject({ requesterId: 'emma', priority: 'urgent' });
  });

  it('never takes a name that was only typed for a person', async () => {
    await open(LIAM);
    await fill();
    const who = await loader.getHarness(MatAutocompleteHarness);
    await offering([], who.focus());
    await offering([], who.enterText('Emm'));
    await who.blur();
    expect(await who.getValue()).toBe('');
  });
});

describe('the draft of a ticket', () => {
  it('is kept as it is typed', async () => {
    await open(EMMA);
    await (await field(/What happened/)).setValue('It jams');
    await settled(harness.fixture);
    expect(JSON.parse(localStorage.getItem(DRAFT_KEY) ?? '{}')).toMatchObject({ description: 'It jams' });
  });

  it('comes back with a note, and can be discarded', async () => {
    localStorage.setItem(DRAFT_KEY, JSON.stringify({ subject: 'Half a', description: 'thought', priority: 'high' }));
    await open(EMMA);
    expect(words()).toContain('What you typed last time is back.');
    expect(await (await field(/What do you need/)).getValue()).toBe('Half a');
    await (await loader.getHarness(MatButtonHarness.with({ text: 'Discard it' }))).click();
    await settled(harness.fixture);
    expect(await (await field(/What do you need/)).getValue()).toBe('');
    expect(localStorage.getItem(DRAFT_KEY)).toBeNull();
  });

  it('of somebody else stays with him', async () => {
    localStorage.setItem('deskhand-draft:somebody:new-ticket', JSON.stringify({ subject: 'Secret', description: '' }));
    await open(EMMA);
    expect(await (await field(/What do you need/)).getValue()).toBe('');
  });

  it('that nobody can read any more is forgotten', async () => {
    localStorage.setItem(DRAFT_KEY, '{"subject":7');
    await open(EMMA);
    expect(words()).not.toContain('What you typed last time is back.');
  });

  it('begins with the subject of the ticket that it follows', async () => {
    await open(EMMA, FORMER);
    expect(await (await field(/What do you need/)).getValue()).toBe(FORMER.subject);
    expect(words()).toContain(`#${FORMER.number} ${FORMER.subject}`);
    expect(localStorage.getItem(DRAFT_KEY)).toBeNull();
    await (await field(/What happened/)).setValue('It jams again.');
    await file();
    expect(http.expectOne('/api/v1/tickets').request.body).toMatchObject({ followsId: FORMER.id });
  });

  it('takes the subject also where somebody typed before the former ticket was there', async () => {
    const begun = { description: 'It jams again.', priority: 'high' };
    localStorage.setItem(DRAFT_KEY, JSON.stringify({ subject: '', ...begun }));
    await open(EMMA, FORMER);
    expect(await (await field(/What do you need/)).getValue()).toBe(FORMER.subject);
    expect(await (await field(/What happened/)).getValue()).toBe('It jams again.');
    await file();
    expect(http.expectOne('/api/v1/tickets').request.body).toMatchObject({ subject: FORMER.subject, ...begun });
  });

  it('keeps the subject that somebody typed before the former ticket was there', async () => {
    localStorage.setItem(DRAFT_KEY, JSON.stringify({ subject: 'It jams again', description: '' }));
    await open(EMMA, FORMER);
    expect(await (await field(/What do you need/)).getValue()).toBe('It jams again');
  });

  it('lets go of the ticket that it follows', async () => {
    await open(EMMA, FORMER);
    await (await loader.getHarness(MatButtonHarness.with({ text: /Leave this out/ }))).click();
    await settled(harness.fixture);
    expect(words()).not.toContain(`#${FORMER.number}`);
    expect(await (await field(/What do you need/)).getValue()).toBe('');
  });

  it('is filed by staff for whoever had the former one', async () => {
    await open(LIAM, FORMER);
    await (await field(/What happened/)).setValue('It jams again.');
    await file();
    expect(http.expectOne('/api/v1/tickets').request.body).toMatchObject({
      followsId: FORMER.id,
      requesterId: EMMA.id,
    });
  });
});
