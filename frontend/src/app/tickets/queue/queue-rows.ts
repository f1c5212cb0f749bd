import { afterRenderEffect, ElementRef, inject, Service, untracked } from '@angular/core';
import { isFocusNowhere } from '../../ui/where-the-focus-is';
import { PreviewChoice } from '../preview/preview-choice';
import { QueueCursor } from './queue-cursor';
import { QueueSelection } from './queue-selection';

/** The rows as they are drawn: which of them has the focus, and the way from one to the next. */
@Service({ autoProvided: false })
export class QueueRows {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly cursor = inject(QueueCursor);
  private readonly selection = inject(QueueSelection);
  private readonly preview = inject(PreviewChoice);

  constructor() {
    this.host.addEventListener('focusin', ({ target }) => {
      this.notice(target);
    });
    // Before the router hears of it.
    this.host.addEventListener('click', (event) => this.go(event), { capture: true });
    // A row is left as it was found, and one that went away leaves its place to the next.
    afterRenderEffect(() => {
      this.selection.offered();
      untracked(() => {
        this.restore();
      });
    });
  }

  /** The link of the row where somebody is, if it is there. */
  current(): HTMLElement | undefined {
    const id = this.cursor.place()?.id;
    return this.links().find((link) => link.dataset['ticket'] === id);
  }

  /** The row so many further on; from nowhere, the first. */
  step(by: 1 | -1): void {
    const links = this.links();
    const current = this.current();
    const at = current ? links.indexOf(current) : -1;
    this.focus(at === -1 ? links[0] : links[at + by]);
  }

  focusCurrent(): void {
    this.focus(this.current());
  }

  private links(): HTMLElement[] {
    return [...this.host.querySelectorAll<HTMLElement>('[data-ticket]')];
  }

  private focus(link: HTMLElement | undefined): void {
    link?.focus({ preventScroll: true });
    link?.closest('tr, li')?.scrollIntoView({ block: 'nearest' });
  }

  private notice(target: EventTarget | null): void {
    const link =
      target instanceof Element ? target.closest('tr, li')?.querySelector<HTMLElement>('[data-ticket]') : null;
    const id = link?.dataset['ticket'];
    if (link && id) this.cursor.moveTo(id, this.links().indexOf(link));
  }

  /** With a ticket beside the list a click only shows it there; a second one, or Enter, leads to it. */
  private go(event: MouseEvent): void {
    const isOnLink = event.target instanceof Element && event.target.closest('[data-ticket]') !== null;
    if (!isOnLink || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    this.cursor.isAway = event.detail !== 1 || !this.preview.isShown();
    if (this.cursor.isAway) return;
    event.preventDefault();
    event.stopPropagation();
  }

  private restore(): void {
    // Another ticket may be drawn in the row that has the focus.
    this.notice(this.host.ownerDocument.activeElement);
    const place = this.cursor.place();
    if (!place || !this.isFocusLoose()) return;
    const current = this.current();
    if (current && this.cursor.isAway) {
      this.cursor.isAway = false;
      current.focus({ preventScroll: true });
    } else if (!current && !this.cursor.isAway && isFocusNowhere(this.host.ownerDocument)) {
      const links = this.links();
      this.focus(links[Math.min(place.row, links.length - 1)]);
    }
  }

  /** Where a page begins, or where a row has gone. */
  private isFocusLoose(): boolean {
    const { ownerDocument } = this.host;
    return isFocusNowhere(ownerDocument) || ownerDocument.activeElement?.matches('main') === true;
  }
}
