import { Directive, ElementRef, inject } from '@angular/core';
import { QueueRows } from './queue-rows';
import { QueueSelection } from './queue-selection';

/** What keys and Shift mean on a row itself: Space selects it, the arrows go to the next one, Shift makes a range. */
@Directive({
  selector: '[dhSelectionKeys]',
  host: { '(keydown)': 'press($event)', '(mousedown)': 'hold($event)' },
})
export class SelectionKeys {
  private readonly selection = inject(QueueSelection);
  private readonly rows = inject(QueueRows);
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
    const id = link?.dataset['ticket'];
    if (!id || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === ' ') {
      if (event.shiftKey) this.selection.toggleTo(id);
      else this.selection.toggle(id);
    } else if (event.key === 'ArrowDown') this.rows.step(1);
    else if (event.key === 'ArrowUp') this.rows.step(-1);
    else return;
    event.preventDefault();
  }
}
