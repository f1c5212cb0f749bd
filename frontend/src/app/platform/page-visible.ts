import { DOCUMENT } from '@angular/common';
import { DestroyRef, inject, Service, signal } from '@angular/core';

/** Whether the page is in front of somebody, not in a tab behind another. */
@Service()
export class PageVisible {
  private readonly document = inject(DOCUMENT);
  private readonly visible = signal(this.look());
  readonly isVisible = this.visible.asReadonly();

  constructor() {
    const follow = (): void => {
      this.visible.set(this.look());
    };
    this.document.addEventListener('visibilitychange', follow);
    inject(DestroyRef).onDestroy(() => {
      this.document.removeEventListener('visibilitychange', follow);
    });
  }

  private look(): boolean {
    return this.document.visibilityState === 'visible';
  }
}
