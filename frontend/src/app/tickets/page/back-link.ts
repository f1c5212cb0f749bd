import { Directive, ElementRef, inject, input } from '@angular/core';
import { BackToList } from '../model/back-to-list';

/**
 * A link to a list that goes back in the history where the reader came from that list: it then shows the very same
 * view, at the place where he left it.
 */
@Directive({ selector: 'a[dhBack]' })
export class BackLink {
  private readonly back = inject(BackToList);

  /** The address of the list. */
  readonly dhBack = input.required<string>();

  constructor() {
    const link = inject<ElementRef<HTMLAnchorElement>>(ElementRef).nativeElement;
    // Before the router's own listener, which would begin the list anew.
    link.addEventListener('click', (event) => this.goBack(event), { capture: true });
  }

  private goBack(event: MouseEvent): void {
    const opensElsewhere = event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey;
    if (opensElsewhere || !this.back.cameFrom(this.dhBack())) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    this.back.go(this.dhBack());
  }
}
