import { Directive, ElementRef, inject } from '@angular/core';
import { applyEdit } from './apply-edit';
import { makeLink, type Selection, type TextEdit, toggleMark } from './text-edit';

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

  protected press(event: KeyboardEvent): void {
    if (event.ctrlKey === event.metaKey || event.altKey || event.shiftKey || this.field.readOnly) return;
    const edit = EDITS[event.key.toLowerCase()];
    if (!edit) return;
    event.preventDefault();
    // Elsewhere on the page the same keys may mean something else.
    event.stopPropagation();
    const { value, selectionStart, selectionEnd } = this.field;
    applyEdit(this.field, edit({ text: value, from: selectionStart, to: selectionEnd }));
  }
}
