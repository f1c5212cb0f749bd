import { DOCUMENT } from '@angular/common';
import { DestroyRef, inject, Service, signal } from '@angular/core';

/** What the browser knows of its network. */
@Service()
export class Connection {
  private readonly online = signal(true);
  /** Whether the browser believes that there is one. */
  readonly isOnline = this.online.asReadonly();
  private readonly view = inject(DOCUMENT).defaultView;

  constructor() {
    const view = this.view;
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

  /** Whether the reader asked his browser to fetch no more than needed. Firefox and Safari do not tell. */
  savesData(): boolean {
    const navigator: (Navigator & { readonly connection?: { readonly saveData?: boolean } }) | undefined =
      this.view?.navigator;
    return navigator?.connection?.saveData === true;
  }
}
