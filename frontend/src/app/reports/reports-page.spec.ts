import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { aMe } from '../../testing/builders';
import { FakeApi, refusal } from '../../testing/fake-api';
import { settled } from '../../testing/settled';
import { problemInterceptor } from '../platform/problem-interceptor';
import { Session } from '../platform/session';
import { registerIcons } from '../ui/icons';
import { ReportsPage } from './reports-page';

const DAYS = { from: '2026-03-01', to: '2026-03-02', timeZone: 'Europe/Berlin' };
const TOOK = { count: 2, median: 5_400, percentile90: 200_000 };
const part = (day: string): object => ({
  from: day,
  to: day,
  startsAt: `${day}T00:00:00.000Z`,
  endsAt: `${day}T23:00:00.000Z`,
});
const COURSE = { ...DAYS, interval: 'day' };

describe('the page of reports', () => {
  let harness: RouterTestingHarness;
  let api: FakeApi;
  let created: number;

  beforeEach(() => {
    // There is no canvas here: the pictures are looked at in a browser.
    HTMLCanvasElement.prototype.getContext = () => null;
    created = 5;
    const parts = [part('2026-03-01'), part('2026-03-02')];
    api = new FakeApi()
      .on('GET /api/v1/categories', () => ({ items: [{ id: 'email', name: 'Email' }] }))
      .on('GET /api/v1/users', () => ({ items: [], nextCursor: null, previousCursor: null }))
      .on('GET /api/v1/reports/overview', () => {
        const none = { count: 0, median: null, percentile90: null };
        const took = created === 0 ? none : TOOK;
        return {
          ...DAYS,
          created,
          resolved: took.count,
          open: 9,
          firstReply: took,
          resolution: took,
          relativeError: 0.05,
        };
      })
      .on('GET /api/v1/reports/volume', () => ({
        ...COURSE,
        parts: parts.map((each) => ({ ...each, created: 2, resolved: 1 })),
      }))
      .on('GET /api/v1/reports/first-replies', () => durations(parts))
      .on('GET /api/v1/reports/resolutions', () => durations(parts))
      .on('GET /api/v1/reports/open', () => ({
        ...{ timeZone: 'UTC', total: 9, statuses: [{ status: 'on_hold', count: 9 }] },
        ...{ priorities: [], categories: [], assignees: [], ages: [] },
      }));
    TestBed.configureTestingModule({
      providers: [
        provideRouter([{ path: 'reports', component: ReportsPage }]),
        provideHttpClient(withInterceptors([problemInterceptor, api.interceptor])),
      ],
    });
    TestBed.runInInjectionContext(registerIcons);
    TestBed.inject(Session).begin(aMe({ role: 'agent' }));
  });

  const durations = (parts: readonly object[]): object => ({
    ...{ ...COURSE, relativeError: 0.05, durations: TOOK },
    parts: parts.map((each) => ({ ...each, durations: TOOK })),
  });

  async function open(address = '/reports'): Promise<HTMLElement> {
    harness = await RouterTestingHarness.create(address);
    await settled(harness.fixture);
    return harness.routeNativeElement!;
  }

  async function press(page: HTMLElement, label: string): Promise<void> {
    const button = [...page.querySelectorAll('button')].find(
      (each) => each.getAttribute('aria-label') === label || each.textContent.trim() === label,
    );
    button!.click();
    await settled(harness.fixture);
  }

  it('shows the figures, a chart for each report, and how right the medians are', async () => {
    const page = await open();
    expect([...page.querySelectorAll('dd')].map(({ textContent }) => textContent)).toEqual([
      '5',
      '2',
      '9',
      '1.5 hr',
      '1.5 hr',
    ]);
    expect(page.querySelectorAll('dh-chart-card')).toHaveLength(8);
    expect(page.textContent).toContain('Days are those of Europe/Berlin. Medians and nine of ten are right within 5%.');
  });

  it('asks for the days and filters of the address', async () => {
    await open('/reports?days=90&priority=high&category=email');
    expect(api.query('GET /api/v1/reports/volume')).toBe('days=90&category=email&priority=high');
    expect(api.query('GET /api/v1/reports/open')).toBe('category=email&priority=high');
  });

  it('shows a chart as a table whose rows lead to the queue, and back', async () => {
    const page = await open();
    await press(page, 'Show Created and resolved as table');
    const [row] = page.querySelectorAll('tbody tr');
    expect(row!.textContent.replaceAll(/\s+/g, ' ').trim()).toBe('Mar 121');
    expect(row!.querySelector('a')!.getAttribute('href')).toContain('/queue?createdFrom=2026-03-01T00:00:00.000Z');
    await press(page, 'Show Created and resolved as chart');
    expect(page.querySelector('table')).toBeNull();
  });

  it('says where nothing happened, and offers more days', async () => {
    created = 0;
    const page = await open('/reports?days=7&priority=low');
    expect(page.textContent).toContain('Nothing happened in these days');
    expect(page.querySelectorAll('dh-chart-card')).toHaveLength(5);
    await press(page, 'Show the last year');
    expect(TestBed.inject(Router).url).toBe('/reports?days=365&priority=low');
  });

  it('says which part failed, keeps the others, and asks again', async () => {
    api.on('GET /api/v1/reports/resolutions', () => refusal('unavailable', 'Try again soon.'));
    const page = await open();
    expect(page.querySelector('[role=alert]')!.textContent).toContain('Try again soon.');
    expect(page.querySelectorAll('dh-chart-card')).toHaveLength(5);
    api.on('GET /api/v1/reports/resolutions', () => durations([part('2026-03-01')]));
    await press(page, 'Try again');
    expect(page.querySelector('[role=alert]')).toBeNull();
    expect(page.querySelectorAll('dh-chart-card')).toHaveLength(8);
  });
});
