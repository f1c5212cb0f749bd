import { afterNextRender, DestroyRef, Directive, ElementRef, inject } from '@angular/core';

/** What stands above the composer and grows or shrinks by itself. */
const ABOVE = '.head, dh-conversation, dh-composer-news';

/**
 * Keeps the composer where it is on the screen while somebody has his hand on it, whatever others add above it. While he
 * does, the browser's own anchoring is off (see the page's styles), for it would hold the conversation instead.
 */
@Directive({ selector: '[dhSteadyComposer]' })
export class SteadyComposer {
  private readonly page = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly heights = new Map<Element, number>();

  constructor() {
    if (typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver((entries) => {
      const grown = entries.map(({ target }) => this.growthOf(target)).reduce((sum, each) => sum + each, 0);
      if (grown !== 0 && this.isHeld())
        this.page.ownerDocument.defaultView?.scrollBy({ top: grown, behavior: 'instant' });
    });
    afterNextRender(() => {
      for (const element of this.page.querySelectorAll(ABOVE)) observer.observe(element);
    });
    inject(DestroyRef).onDestroy(() => {
      observer.disconnect();
    });
  }

  private growthOf(element: Element): number {
    const { height } = element.getBoundingClientRect();
    const before = this.heights.get(element) ?? height;
    this.heights.set(element, height);
    return height - before;
  }

  private isHeld(): boolean {
    return this.page.querySelector('dh-composer:is(:focus-within, :hover)') !== null;
  }
}
