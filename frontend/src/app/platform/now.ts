import { DestroyRef, inject, Service, signal } from '@angular/core';

const TICK_MS = 30_000;

/** The present, moving on by itself, so that "2 minutes ago" does not stay so for an hour. */
@Service()
export class Now {
  private readonly current = signal(Date.now());
  readonly ms = this.current.asReadonly();

  constructor() {
    const timer = setInterval(() => {
      this.current.set(Date.now());
    }, TICK_MS);
    inject(DestroyRef).onDestroy(() => {
      clearInterval(timer);
    });
  }
}
