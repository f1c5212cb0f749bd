import { DestroyRef, inject, signal } from '@angular/core';

/** So long a row that changed stands out. */
const HIGHLIGHT_MS = 2_000;

/** Which rows somebody else changed a moment ago. To be made where `inject` may run. */
export class Highlight {
  private readonly shown = signal<ReadonlySet<string>>(new Set());
  private timer: ReturnType<typeof setTimeout> | undefined;
  readonly ids = this.shown.asReadonly();

  constructor() {
    inject(DestroyRef).onDestroy(() => {
      clearTimeout(this.timer);
    });
  }

  show(ids: ReadonlySet<string>): void {
    if (ids.size === 0) return;
    clearTimeout(this.timer);
    this.shown.set(ids);
    this.timer = setTimeout(() => {
      this.shown.set(new Set());
    }, HIGHLIGHT_MS);
  }
}
