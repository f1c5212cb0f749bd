import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import type { HarnessLoader } from '@angular/cdk/testing';
import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component, inject } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { MatButtonHarness } from '@angular/material/button/testing';
import { MatInputHarness } from '@angular/material/input/testing';
import { MatSnackBarHarness } from '@angular/material/snack-bar/testing';
import { provideRouter } from '@angular/router';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { aMe } from '../../../testing/builders';
import { settled } from '../../../testing/settled';
import { aTicket, onePage } from '../../../testing/tickets';
import { problemInterceptor } from '../../platform/problem-interceptor';
import { type Me, Session } from '../../platform/session';
import { registerIcons } from '../../ui/icons';
import type { Ticket } from '../model/ticket';
import { OpenTicket } from '../page/open-ticket';
import { TicketWatchers } from './ticket-watchers';
import type { Watcher } from './watcher-api';

const TICKET = aTicket();
const URL = `/api/v1/tickets/${TICKET.id}`;
const EMMA = aMe({ id: TICKET.requester.id, role: 'employee', email: 'emma@example.org' });
const OTTO = aMe({ id: 'otto', role: 'employee', email: 'otto@example.org' });
const LIAM = aMe({ id: 'liam', email: 'liam@example.org' });
const BY_OTTO: Watcher = { email: OTTO.email, addedAt: '2026-03-02T09:00:00.000Z' };

@Component({
  selector: 'dh-scene',
  imports: [TicketWatchers],
  providers: [OpenTicket],
  template: '<dh-ticket-watchers />',
})
class Scene {
  readonly open = inject(OpenTicket);
  constructor() {
    this.open.id.set(TICKET.id);
  }
}

let http: HttpTestingController;
let scene: ComponentFixture<Scene>;
let loader: HarnessLoader;

beforeEach(() => {
  TestBed.configureTestingModule({
    providers: [
      provideRouter([{ path: '**', component: Scene }]),
      provideHttpClient(withInterceptors([problemInterceptor])),
      provideHttpClientTesting(),
    ],
  });
  TestBed.runInInjectionContext(registerIcons);
  http = TestBed.inject(HttpTestingController);
});

/** Answers whatever is read of the ticket until the page rests. */
async function resting(ticket: Ticket, watchers: readonly Watcher[]): Promise<void> {
  const answering = setInterval(() => {
    for (const request of http.match(({ method }) => method === 'GET')) {
      const { url } = request.request;
      if (url === URL) request.flush(ticket);
      else request.flush(url.endsWith('/watchers') ? { items: watchers } : onePage([]));
    }
  }, 5);
  await settled(scene);
  clearInterval(answering);
}

async function show(me: Me, watchers: readonly Watcher[], facts: Partial<Ticket> = {}): Promise<void> {
  TestBed.inject(Session).begin(me);
  scene = TestBed.createComponent(Scene);
  loader = TestbedHarnessEnvironment.documentRootLoader(scene);
  scene.detectChanges();
  await resting(aTicket(facts), watchers);
}

const page = (): HTMLElement => scene.nativeElement as HTMLElement;

function words(): string {
  return page().textContent.replace(/\s+/g, ' ');
}

const buttons = async (text: RegExp): Promise<MatButtonHarness[]> =>
  loader.getAllHarnesses(MatButtonHarness.with({ text }));

/** Clicks without waiting for the answers that it brings about. */
function click(selector: string): void {
  page().querySelector<HTMLElement>(selector)?.click();
}

describe('the watchers of a ticket', () => {
  it('are addresses to its requester, who adds and removes them', async () => {
    await show(EMMA, [BY_OTTO]);
    expect(words()).toContain(OTTO.email);
    expect(await buttons(/Add a colleague/)).toHaveLength(1);
    expect(await buttons(/Watch$/)).toHaveLength(0);
    expect(page().querySelector('[aria-label="Remove otto@example.org"]')).not.toBeNull();
  });

  it('are people to staff, who see who waits for an account and may watch themselves', async () => {
    const waiting = { email: 'new@example.org', addedAt: BY_OTTO.addedAt, person: null, waiting: true };
    await show(LIAM, [{ ...BY_OTTO, person: { id: 'otto', name: 'Otto Lang' }, waiting: false }, waiting]);
    expect(words()).toContain('Otto Lang');
    expect(words()).toContain('Waits for an account');
    expect(await buttons(/Watch$/)).toHaveLength(1);
  });

  it('may leave, and change nothing else', async () => {
    await show(OTTO, [BY_OTTO], { watching: true });
    expect(words()).toContain('You');
    expect(await buttons(/Stop watching/)).toHaveLength(1);
    expect(await buttons(/Add a colleague/)).toHaveLength(0);
    expect(page().querySelector('[aria-label^="Remove"]')).toBeNull();
  });

  it('stay as they are on a closed ticket', async () => {
    await show(EMMA, [BY_OTTO], { status: 'closed', phase: 'done' });
    expect(page().querySelectorAll('button')).toHaveLength(0);
  });

  it('are added by their address, with the words what they will see', async () => {
    await show(EMMA, []);
    expect(words()).toContain('Nobody else sees this ticket');
    click('.do button');
    await resting(TICKET, []);
    expect(words()).toContain('They will see this ticket and its replies.');
    await (await loader.getHarness(MatInputHarness)).setValue('otto@example.org');
    click('form button[type=submit]');
    await new Promise((resume) => setTimeout(resume));
    const request = http.expectOne({ method: 'POST', url: `${URL}/watchers` });
    expect(request.request.body).toEqual({ email: 'otto@example.org' });
    request.flush(BY_OTTO);
    await resting(TICKET, [BY_OTTO]);
    expect(words()).toContain('otto@example.org');
  });

  it('hear why an address is refused, beside it', async () => {
    await show(EMMA, []);
    click('.do button');
    await resting(TICKET, []);
    await (await loader.getHarness(MatInputHarness)).setValue('emma@example.org');
    click('form button[type=submit]');
    await new Promise((resume) => setTimeout(resume));
    const detail = 'Whoever the ticket is for follows this ticket already.';
    http.expectOne({ method: 'POST', url: `${URL}/watchers` }).flush(
      {
        code: 'invalid_body',
        detail: 'Look.',
        status: 422,
        errors: [{ pointer: '/email', code: 'requester', detail }],
      },
      { status: 422, statusText: '', headers: { 'content-type': 'application/problem+json' } },
    );
    await resting(TICKET, []);
    expect(words()).toContain(detail);
  });

  it('are removed at once, with an offer to undo it', async () => {
    await show(EMMA, [BY_OTTO]);
    click('[aria-label^="Remove"]');
    const request = http.expectOne({ method: 'DELETE', url: `${URL}/watchers` });
    expect(request.request.body).toEqual({ email: OTTO.email });
    request.flush(null, { status: 204, statusText: '' });
    await resting(TICKET, []);
    expect(words()).not.toContain(OTTO.email);
    const notices = await loader.getAllHarnesses(MatSnackBarHarness);
    expect(notices).toHaveLength(1);
    document.querySelector<HTMLElement>('mat-snack-bar-container button')?.click();
    expect(http.expectOne({ method: 'POST', url: `${URL}/watchers` }).request.body).toEqual({ email: OTTO.email });
  });
});
