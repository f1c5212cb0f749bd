import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { phaseOf, STATUS_CODES } from '@deskhand/shared';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { aMe } from '../../../testing/builders';
import { FakeApi } from '../../../testing/fake-api';
import { settled } from '../../../testing/settled';
import { problemInterceptor } from '../../platform/problem-interceptor';
import { Session } from '../../platform/session';
import { type StatusFacts, StatusWords } from '../../platform/status-words';
import { registerIcons } from '../../ui/icons';
import { statusLabel } from '../../ui/status-label';
import { StatusesPage } from './statuses-page';

const SAVE = 'PATCH /api/v1/statuses';

function statuses(labels: Partial<Record<string, string>>): { items: StatusFacts[] } {
  const items = STATUS_CODES.map((code, at) => ({
    code,
    phase: phaseOf(code),
    position: at + 1,
    label: labels[code] ?? null,
  }));
  return { items };
}

describe('the page of statuses', () => {
  let fixture: ComponentFixture<StatusesPage>;
  let page: HTMLElement;
  let api: FakeApi;

  beforeEach(async () => {
    sessionStorage.clear();
    api = new FakeApi().on('GET /api/v1/statuses', () => statuses({ on_hold: 'Parked' }));
    TestBed.configureTestingModule({
      providers: [provideHttpClient(withInterceptors([problemInterceptor, api.interceptor]))],
    });
    TestBed.runInInjectionContext(registerIcons);
    TestBed.inject(Session).begin(aMe({ role: 'admin' }));
    fixture = TestBed.createComponent(StatusesPage);
    page = fixture.nativeElement as HTMLElement;
    await settled(fixture);
  });
  afterEach(() => TestBed.inject(StatusWords).take([]));

  const chips = (): string[] => [...page.querySelectorAll('dh-status-chip')].map((chip) => chip.textContent.trim());
  const fields = (): HTMLInputElement[] => [...page.querySelectorAll<HTMLInputElement>('input')];

  async function type(at: number, text: string): Promise<void> {
    fields()[at]!.value = text;
    fields()[at]!.dispatchEvent(new Event('input'));
    await settled(fixture);
  }

  it('shows each of the seven as it is read', () => {
    expect(chips()).toHaveLength(7);
    expect(chips().slice(0, 4)).toEqual(['Submitted', 'In progress', 'Waiting for you', 'Parked']);
    expect(fields()[3]!.value).toBe('Parked');
  });

  it('shows other words while they are typed, and sends only those', async () => {
    api.on(SAVE, () => statuses({ submitted: 'Handed in' }));
    await type(0, 'Handed in');
    await type(3, '');
    expect([chips()[0], chips()[3]]).toEqual(['Handed in', 'On hold']);
    page.querySelector('form')!.dispatchEvent(new Event('submit'));
    await settled(fixture);
    await settled(fixture);
    expect(api.bodies(SAVE)).toEqual([
      {
        items: [
          { code: 'submitted', label: 'Handed in' },
          { code: 'on_hold', label: null },
        ],
      },
    ]);
    expect([statusLabel('submitted'), statusLabel('submitted', 'staff'), statusLabel('on_hold')]).toEqual([
      'Handed in',
      'Handed in',
      'On hold',
    ]);
  });
});
