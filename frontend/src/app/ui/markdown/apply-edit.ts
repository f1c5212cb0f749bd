import type { TextEdit } from './text-edit';

/** The one command that a browser can undo afterwards; every browser has it, and no standard does. */
interface Editing {
  readonly execCommand?: (command: 'insertText', hasInterface: false, text: string) => boolean;
}

/** Makes the edit in a field as if it were typed, so that one step back undoes it. */
export function applyEdit(field: HTMLTextAreaElement, { from, to, insert, selectFrom, selectTo }: TextEdit): void {
  const editing: Editing = field.ownerDocument;
  field.setSelectionRange(from, to);
  if (!editing.execCommand?.('insertText', false, insert)) {
    field.setRangeText(insert, from, to, 'end');
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }
  field.setSelectionRange(selectFrom, selectTo);
}
