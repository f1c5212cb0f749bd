import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { Component } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { aMe, aPerson, aView } from '../../../testing/builders';
import { FakeApi } from '../../../testing/fake-api';
import { aTicketSummary, onePage } from '../../../testing/tickets';
import { Session } from '../../platform/session';
import { onShortcuts } from '../../platform/shortcuts/shortcuts';
import { registerIcons } from '../../ui/icons';
import { CommandPalette } from './command-palette';

let done: string[] = [];

@Component({
  selector: 'dh-some-page',
  imports: [CommandPalette],
  template: `@if (isOpen) {
    <dh-command-palette (left)="leave()" />
  }`,
})
class SomePage {
  protected isOpen = true;

  constructor() {
    onShortcuts({ 'ticket.take': () => done.push('take'), 'list.next': () => done.push('next') });
  }

  protected leave(): void {
    done.push('left');
  }
}

let api: FakeApi;
let fixture: ComponentFixture<SomePage>;

function begin(role: 'agent' | 'employee'): void {
  done = [];
  Element.prototype.scrollIntoView = () => undefined;
  api = new FakeApi()
    .on('GET /api/v1/views', () => ({ items: [aView()] }))
    .on('GET /api/v1/tickets', () => onePage([aTicketSummary({ id: 't1', number: 7, subject: 'Tablet is dead' })]))
    .on('GET /api/v1/users', () => onePage([aPerson({ id: 'p1', name: 'Tabea Thorn' })]));
  TestBed.configureTestingModule({
    providers: [
      provideRouter([{ path: '**', component: SomePage }]),
      provideHttpClient(withInterceptors([api.interceptor])),
    ],
  });
  TestBed.runInInjectionContext(registerIcons);
  TestBed.inject(Session).begin(aMe({ role }));
  fixture = TestBed.createComponent(SomePage);
}

beforeEach(() => {
  begin('agent');
});

function field(): HTMLInputElement {
  const input = (fixture.nativeElement as HTMLElement).querySelector('input');
  if (!input) throw new Error('There is no field.');
  return input;
}

async function type(text: string): Promise<void> {
  await fixture.whenStable();
  field().value = text;
  field().dispatchEvent(new Event('input'));
  await new Promise((resolve) => setTimeout(resolve, 200));
  await fixture.whenStable();
}

async function press(key: string): Promise<void> {
  // The key manager reads the number.
  const keyCode = { ArrowDown: 40, ArrowUp: 38, Enter: 13 }[key] ?? 0;
  field().dispatchEvent(new KeyboardEvent('keydown', { key, keyCode, bubbles: true, cancelable: true }));
  await fixture.whenStable();
}

function offered(): string[] {
  const options = (fixture.nativeElement as HTMLElement).querySelectorAll('[role=option] .label');
  return [...options].map((option) => option.textContent.trim());
}

function active(): string {
  const id = field().getAttribute('aria-activedescendant');
  return (
    document
      .getElementById(id ?? '')
      ?.querySelector('.label')
      ?.textContent.trim() ?? ''
  );
}

describe('the palette', () => {
  it('begins with what this page can do, and the pages of whoever reads', async () => {
    await fixture.whenStable();
    expect(offered().slice(0, 2)).toEqual(['Take it', 'Queue: My open']);
    expect(offered()).toContain('Queue: Urgent hardware');
    expect(offered()).not.toContain('Next ticket');
    expect(offered()).not.toContain('Settings');
    expect(active()).toBe('Take it');
  });

  it('finds tickets and people while one types, and keeps what is chosen when they come', async () => {
    await type('ta');
    expect(offered()).toEqual(['Take it', 'Tablet is dead', 'Tickets of Tabea Thorn']);
    expect(active()).toBe('Take it');
    await press('ArrowDown');
    expect(active()).toBe('Tablet is dead');
    await press('Enter');
    expect(done).toEqual(['left']);
    expect(TestBed.inject(Router).url).toBe('/tickets/t1');
  });

  it('puts tickets first where a number is typed', async () => {
    await type('#7');
    expect(active()).toBe('Tablet is dead');
    expect(api.query('GET /api/v1/tickets')).toContain('q=%237');
  });

  it('does what it offers, once it is closed', async () => {
    await type('take');
    await press('Enter');
    expect(done).toEqual(['left', 'take']);
  });

  it('leads to what a person asked for', async () => {
    await type('tabe');
    await press('ArrowUp');
    await press('Enter');
    expect(TestBed.inject(Router).url).toBe('/queue?requester=p1');
  });

  it('says that nothing is found', async () => {
    api.on('GET /api/v1/tickets', () => onePage([])).on('GET /api/v1/users', () => onePage([]));
    await type('zzzz');
    expect((fixture.nativeElement as HTMLElement).textContent).toContain('Nothing of that is here');
  });
});

describe('the palette of an employee', () => {
  it('looks for nobody, and knows only his pages', async () => {
    TestBed.resetTestingModule();
    begin('employee');
    await type('acc');
    expect(offered()).toEqual(['Account', 'Tablet is dead']);
    expect(api.calls.some(({ url }) => url.endsWith('/users') || url.endsWith('/views'))).toBe(false);
  });
});
