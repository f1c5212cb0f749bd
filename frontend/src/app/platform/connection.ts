import { DOCUMENT } from '@angular/common';
import { DestroyRef, inject, Service, signal } from '@angular/core';

/** Whether the browser believes that there is a network. */
@Service()
export class Connection {
  private readonly online = signal(true);
  readonly isOnline = this.online.asReadonly();

  constructor() {
    const view = inject(DOCUMENT).defaultView;
    if (!view) return;
    const look = (): void => {
      this.online.set(view.navigator.onLine);
    };
    look();
    view.addEventListener('online', look);
    view.addEventListener('offline', look);
    inject(DestroyRef).onDestroy(() => {
      view.removeEventListener('online', look);
      view.removeEventListener('offline', look);
    });
  }
}
