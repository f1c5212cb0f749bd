import { Component, signal } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { settled } from '../../../testing/settled';
import { MarkdownField } from './markdown-field';
import { MarkdownKeys } from './markdown-keys';

@Component({
  selector: 'dh-trial',
  imports: [MarkdownField, MarkdownKeys],
  template: `
    <dh-markdown-field [text]="text()" [problem]="problem()">
      <textarea #field dhMarkdownKeys aria-label="Words" [value]="text()" (input)="text.set(field.value)"></textarea>
    </dh-markdown-field>
  `,
})
class Trial {
  readonly text = signal('**bold**');
  readonly problem = signal<string | null>(null);
}

let fixture: ComponentFixture<Trial>;
let page: HTMLElement;

beforeEach(async () => {
  fixture = TestBed.createComponent(Trial);
  page = fixture.nativeElement as HTMLElement;
  document.body.append(page);
  await fixture.whenStable();
});

const tab = (name: string): HTMLElement =>
  [...page.querySelectorAll<HTMLElement>('[role=tab]')].find(({ textContent }) => textContent.trim() === name)!;
const field = (): HTMLTextAreaElement => page.querySelector('textarea')!;
const isWriting = (): boolean => field().closest('[role=tabpanel]')?.hasAttribute('hidden') === false;

async function press(element: HTMLElement, key: string, modifiers: KeyboardEventInit = {}): Promise<void> {
  element.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...modifiers }));
  await settled(fixture);
}

async function preview(): Promise<void> {
  tab('Preview').click();
  await settled(fixture);
}

describe('a field for Markdown', () => {
  it('shows what becomes of the text, and the field again', async () => {
    expect(isWriting()).toBe(true);
    await preview();
    expect(isWriting()).toBe(false);
    expect(page.querySelector('dh-markdown strong')?.textContent).toBe('bold');
    tab('Write').click();
    await settled(fixture);
    expect(isWriting()).toBe(true);
  });

  it('is turned by the arrow keys, which take the focus along', async () => {
    tab('Write').focus();
    await press(tab('Write'), 'ArrowRight');
    expect(document.activeElement).toBe(tab('Preview'));
    expect(tab('Preview').getAttribute('aria-selected')).toBe('true');
    expect(tab('Write').tabIndex).toBe(-1);
  });

  it('says so where there is nothing to show', async () => {
    fixture.componentInstance.text.set(' ');
    await settled(fixture);
    await preview();
    expect(page.textContent).toContain('Nothing to show yet.');
  });

  it('comes back when the text was sent, or something is wrong with it', async () => {
    await preview();
    fixture.componentInstance.problem.set('Too long.');
    await settled(fixture);
    expect(isWriting()).toBe(true);
    await preview();
    fixture.componentInstance.text.set('');
    await settled(fixture);
    expect(isWriting()).toBe(true);
  });
});

describe('the keys of Markdown', () => {
  it.each([
    ['b', { ctrlKey: true }, 'a **b** c'],
    ['I', { metaKey: true }, 'a _b_ c'],
    ['k', { ctrlKey: true }, 'a [b](https://) c'],
    ['b', { ctrlKey: true, shiftKey: true }, 'a b c'],
    ['b', {}, 'a b c'],
  ])('%s with %o', async (key, modifiers, text) => {
    fixture.componentInstance.text.set('a b c');
    await settled(fixture);
    field().setSelectionRange(2, 3);
    await press(field(), key, modifiers);
    expect(fixture.componentInstance.text()).toBe(text);
  });

  it('leave a field alone that cannot be written in', async () => {
    field().readOnly = true;
    await press(field(), 'b', { ctrlKey: true });
    expect(fixture.componentInstance.text()).toBe('**bold**');
  });
});
