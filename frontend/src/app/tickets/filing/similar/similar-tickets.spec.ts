import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { settled } from '../../../../testing/settled';
import { aTicketSummary, onePage } from '../../../../testing/tickets';
import { problemInterceptor } from '../../../platform/problem-interceptor';
import { SimilarTickets } from './similar-tickets';

const PAUSE = 450;
const OPEN = aTicketSummary({ id: 'a', number: 7, subject: 'Printer floor 2', phase: 'active', status: 'in_progress' });
const DONE = aTicketSummary({ id: 'b', number: 3, subject: 'Printer jams', phase: 'done', status: 'closed' });

describe('similar tickets', () => {
  let fixture: ComponentFixture<SimilarTickets>;
  let server: HttpTestingController;

  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [
        provideRouter([]),
        provideHttpClient(withInterceptors([problemInterceptor])),
        provideHttpClientTesting(),
      ],
    });
    server = TestBed.inject(HttpTestingController);
    fixture = TestBed.createComponent(SimilarTickets);
  });
  afterEach(() => {
    server.verify();
  });

  async function type(...subjects: string[]): Promise<void> {
    for (const subject of subjects) {
      fixture.componentRef.setInput('subject', subject);
      fixture.detectChanges();
    }
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }

  function answer(q: string, tickets: readonly object[]): void {
    const request = server.expectOne((each) => each.params.get('q') === q);
    expect(request.request.params.get('requester')).toBe('me');
    request.flush(onePage(tickets));
  }

  const element = (): HTMLElement => fixture.nativeElement as HTMLElement;
  const links = (): (string | null)[] => [...element().querySelectorAll('a')].map((a) => a.getAttribute('href'));

  it('are asked for once somebody pauses, and shown with those that are open first', async () => {
    await type('Prin', 'Printer', 'Printer jams again');
    answer('printer jams', [DONE, OPEN]);
    await settled(fixture);
    expect(links()).toEqual(['/tickets/a', '/tickets/b']);
    expect(element().querySelector('[role=status]')?.textContent).toBe('2 similar tickets below');
    expect(element().textContent).toContain('In progress');
  });

  it('are looked for with fewer words where all of them find nothing', async () => {
    await type('Printer on floor 9 smokes');
    answer('printer floor smokes', []);
    answer('printer smokes', []);
    answer('printer', [OPEN]);
    await settled(fixture);
    expect(links()).toEqual(['/tickets/a']);
  });

  it('of what was typed before are not waited for', async () => {
    await type('Printer');
    const former = server.expectOne((each) => each.params.get('q') === 'printer');
    await type('Keyboard');
    expect(former.cancelled).toBe(true);
    answer('keyboard', []);
    await settled(fixture);
    expect(links()).toEqual([]);
    expect(element().textContent.trim()).toBe('');
  });

  it('that do not come disturb nobody', async () => {
    await type('Printer');
    server.expectOne((each) => each.params.get('q') === 'printer').flush(null, { status: 503, statusText: 'Away' });
    await settled(fixture);
    expect(element().textContent.trim()).toBe('');
  });

  it('leave out the one that the new ticket is about', async () => {
    fixture.componentRef.setInput('except', 'b');
    await type('Printer');
    answer('printer', [DONE]);
    await settled(fixture);
    expect(links()).toEqual([]);
  });
});
