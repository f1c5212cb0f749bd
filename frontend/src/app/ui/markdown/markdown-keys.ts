import { Directive, DOCUMENT, ElementRef, inject } from '@angular/core';
import { makeLink, type Selection, type TextEdit, toggleMark } from './text-edit';

/** The one command that a browser can undo afterwards; every browser has it, and no standard does. */
interface Editing {
  readonly execCommand?: (command: 'insertText', hasInterface: false, text: string) => boolean;
}

const EDITS: Readonly<Partial<Record<string, (selection: Selection) => TextEdit>>> = {
  b: (selection) => toggleMark(selection, '**'),
  i: (selection) => toggleMark(selection, '_'),
  k: makeLink,
};

/** Bold, italic and links by Ctrl or ⌘ with B, I and K; one step back undoes each. */
@Directive({
  selector: 'textarea[dhMarkdownKeys]',
  host: { 'aria-keyshortcuts': 'Control+B Control+I Control+K', '(keydown)': 'press($event)' },
})
export class MarkdownKeys {
  private readonly field = inject<ElementRef<HTMLTextAreaElement>>(ElementRef).nativeElement;
  private readonly editing: Editing = inject(DOCUMENT);

  protected press(event: KeyboardEvent): void {
    if (event.ctrlKey === event.metaKey || event.altKey || event.shiftKey || this.field.readOnly) return;
    const edit = EDITS[event.key.toLowerCase()];
    if (!edit) return;
    event.preventDefault();
    // Elsewhere on the page the same keys may mean something else.
    event.stopPropagation();
    const { value, selectionStart, selectionEnd } = this.field;
    this.apply(edit({ text: value, from: selectionStart, to: selectionEnd }));
  }

  private apply({ from, to, insert, selectFrom, selectTo }: TextEdit): void {
    this.field.setSelectionRange(from, to);
    if (!this.editing.execCommand?.('insertText', false, insert)) {
      this.field.setRangeText(insert, from, to, 'end');
      this.field.dispatchEvent(new Event('input', { bubbles: true }));
    }
    this.field.setSelectionRange(selectFrom, selectTo);
  }
}
