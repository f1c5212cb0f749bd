import { DOCUMENT } from '@angular/common';
import { DestroyRef, inject, Service, signal } from '@angular/core';
import { Subject } from 'rxjs';

/** What the browser knows of its network. */
@Service()
export class Connection {
  private readonly online = signal(true);
  /** Whether the browser believes that there is one. */
  readonly isOnline = this.online.asReadonly();
  private readonly returns = new Subject<void>();
  private readonly failures = new Subject<void>();
  /** The browser has a network again. */
  readonly cameBack = this.returns.asObservable();
  /** Requests got no answer: whoever believes to be connected should look. */
  readonly doubts = this.failures.asObservable();
  private readonly view = inject(DOCUMENT).defaultView;

  constructor() {
    const view = this.view;
    if (!view) return;
    const look = (): void => {
      this.online.set(view.navigator.onLine);
      if (view.navigator.onLine) this.returns.next();
    };
    this.online.set(view.navigator.onLine);
    view.addEventListener('online', look);
    view.addEventListener('offline', look);
    inject(DestroyRef).onDestroy(() => {
      view.removeEventListener('online', look);
      view.removeEventListener('offline', look);
    });
  }

  /** A request got no answer. */
  doubt(): void {
    this.failures.next();
  }

  /** Whether the reader asked his browser to fetch no more than needed. Firefox and Safari do not tell. */
  savesData(): boolean {
    const navigator: (Navigator & { readonly connection?: { readonly saveData?: boolean } }) | undefined =
      this.view?.navigator;
    return navigator?.connection?.saveData === true;
  }
}
