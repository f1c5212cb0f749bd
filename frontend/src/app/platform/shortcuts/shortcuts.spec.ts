import { provideHttpClient } from '@angular/common/http';
import { Component, signal, viewChild } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { MatMenuModule, MatMenuTrigger } from '@angular/material/menu';
import { preferencesOf } from '@deskhand/shared';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { aMe } from '../../../testing/builders';
import { Session } from '../session';
import { isPlain, SHORTCUT_IDS, SHORTCUT_PLACES, shortcutOf } from './shortcut-table';
import { onShortcuts, Shortcuts } from './shortcuts';

const mayTake = signal(true);
let done: string[] = [];

@Component({
  selector: 'dh-some-page',
  imports: [MatMenuModule],
  template: `
    <input aria-label="Text" />
    <textarea aria-label="Long text"></textarea>
    <p contenteditable="true"></p>
    <input type="checkbox" aria-label="Box" />
    <button type="button" aria-label="Button" [matMenuTriggerFor]="menu"></button>
    <mat-menu #menu="matMenu"><button mat-menu-item type="button" aria-label="High"></button></mat-menu>
  `,
})
class SomePage {
  private readonly menu = viewChild.required(MatMenuTrigger);

  constructor() {
    onShortcuts({
      palette: () => done.push('palette'),
      undo: () => done.push('undo'),
      'list.next': () => done.push('next'),
      'list.select-range': () => done.push('range'),
      'page.queue': () => done.push('queue'),
      'ticket.take': { run: () => done.push('take'), isPossible: () => mayTake() },
      'ticket.reply': () => done.push('reply'),
      'ticket.priority': () => {
        this.menu().openMenu();
      },
    });
  }
}

let fixture: ComponentFixture<SomePage>;

beforeEach(() => {
  TestBed.configureTestingModule({ providers: [provideHttpClient()] });
  TestBed.inject(Session).begin(aMe());
  fixture = TestBed.createComponent(SomePage);
  document.body.append(fixture.nativeElement as HTMLElement);
  done = [];
  mayTake.set(true);
});

function press(key: string, facts: KeyboardEventInit = {}, at = 'button'): KeyboardEvent {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...facts });
  (fixture.nativeElement as HTMLElement).querySelector(at)?.dispatchEvent(event);
  return event;
}

describe('the keys', () => {
  it('do what the page bound, and are spoken for then', () => {
    expect(press('j').defaultPrevented).toBe(true);
    press('X', { shiftKey: true });
    press('k', { ctrlKey: true });
    press('k', { metaKey: true });
    press('J');
    expect(done).toEqual(['next', 'range', 'palette', 'palette', 'next']);
    expect(press('q').defaultPrevented).toBe(false);
  });

  it('are characters in a field, but for those with Ctrl that mean nothing there', () => {
    for (const field of ['input', 'textarea', '[contenteditable]']) {
      press('j', {}, field);
      press('z', { ctrlKey: true }, field);
      press('k', { ctrlKey: true }, field);
    }
    expect(done).toEqual(['palette', 'palette', 'palette']);
    press('j', {}, '[type=checkbox]');
    expect(done).toContain('next');
  });

  it('do nothing with another key held, while characters are composed, or where somebody heard them already', () => {
    for (const held of [{ ctrlKey: true }, { altKey: true }, { metaKey: true }, { shiftKey: true }]) press('j', held);
    press('j', { isComposing: true });
    press('j', { ctrlKey: true, altKey: true, modifierAltGraph: true });
    (fixture.nativeElement as HTMLElement).addEventListener('keydown', (event: Event) => {
      event.preventDefault();
    });
    press('j');
    expect(done).toEqual([]);
  });

  it('go on while they are held only where that is meant', () => {
    press('j', { repeat: true });
    press('i', { repeat: true });
    expect(done).toEqual(['next']);
  });

  it('mean the same on a keyboard of another script', () => {
    press('о', { code: 'KeyJ' });
    expect(done).toEqual(['next']);
  });

  it('of two, one after the other, mean the pair and nothing else', () => {
    press('g');
    press('q');
    press('g');
    press('r');
    press('r');
    expect(done).toEqual(['queue', 'reply']);
  });

  it('do nothing that cannot be done now', () => {
    mayTake.set(false);
    expect(press('i').defaultPrevented).toBe(false);
    expect(TestBed.inject(Shortcuts).possible()).not.toContain('ticket.take');
  });

  it('do nothing behind a dialog, nor once their page is gone', () => {
    const dialog = document.createElement('dialog');
    dialog.setAttribute('open', '');
    document.body.append(dialog);
    press('j');
    dialog.remove();
    fixture.destroy();
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'j', bubbles: true }));
    expect(done).toEqual([]);
  });

  it('go to the menu that one of them opened, from the very next on', async () => {
    await fixture.whenStable();
    press('p');
    expect(document.activeElement?.getAttribute('role')).toBe('menuitem');
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 'r', bubbles: true, cancelable: true }));
    expect(done).toEqual([]);
  });

  it('can be switched off, all that are made of plain keys', () => {
    TestBed.inject(Session).begin(aMe({ preferences: { ...aMe().preferences, shortcuts: false } }));
    press('j');
    press('g');
    press('q');
    press('k', { ctrlKey: true });
    expect(done).toEqual(['palette']);
  });
});

describe('the table of the keys', () => {
  it('names each key once in each place, and none that begins two', () => {
    for (const place of SHORTCUT_PLACES) {
      const keys = SHORTCUT_IDS.map(shortcutOf)
        .filter((facts) => facts.place === place || facts.place === 'everywhere' || facts.place === 'pages')
        .map((facts) => facts.keys);
      expect(new Set(keys).size).toBe(keys.length);
      expect(keys.filter((one) => keys.some((other) => other.startsWith(`${one} `)))).toEqual([]);
    }
  });

  it('lets nothing with Ctrl be switched off, and nothing plain into fields', () => {
    const facts = SHORTCUT_IDS.map(shortcutOf);
    expect(facts.filter((one) => isPlain(one) && one.evenInFields)).toEqual([]);
    expect(facts.filter((one) => one.keys.startsWith('Mod+') && isPlain(one))).toEqual([]);
    expect(preferencesOf({}).shortcuts).toBe(true);
  });
});
