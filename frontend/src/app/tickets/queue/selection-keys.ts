import { Directive, ElementRef, inject } from '@angular/core';
import { QueueSelection } from './queue-selection';

/** Keys and Shift in a table of tickets: Space selects the row, Ctrl or ⌘ + A all of them, Escape none. */
@Directive({
  selector: '[dhSelectionKeys]',
  host: { '(keydown)': 'press($event)', '(mousedown)': 'hold($event)' },
})
export class SelectionKeys {
  private readonly selection = inject(QueueSelection);
  /** Whether the click that is being handled means a range. */
  isRange = false;

  constructor() {
    // Before the checkbox tells of its change, which does not say whether Shift was held.
    inject<ElementRef<HTMLElement>>(ElementRef).nativeElement.addEventListener(
      'click',
      ({ shiftKey }) => {
        this.isRange = shiftKey;
      },
      { capture: true },
    );
  }

  /** Shift and a click would mark the text between both. */
  protected hold(event: MouseEvent): void {
    if (event.shiftKey && event.target instanceof Element && event.target.closest('mat-checkbox'))
      event.preventDefault();
  }

  protected press(event: KeyboardEvent): void {
    const link = event.target instanceof Element ? event.target.closest<HTMLElement>('a[data-ticket]') : null;
    if (event.key === ' ' && link?.dataset['ticket']) {
      event.preventDefault();
      if (event.shiftKey) this.selection.toggleTo(link.dataset['ticket']);
      else this.selection.toggle(link.dataset['ticket']);
    } else if (event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      this.selection.selectAll();
    } else if (event.key === 'Escape' && this.selection.count() > 0) {
      this.selection.clear();
    }
  }
}
