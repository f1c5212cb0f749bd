import { type HttpInterceptorFn, HttpResponse } from '@angular/common/http';
import { inject, Service, signal } from '@angular/core';
import { tap } from 'rxjs';

/** Whether the server has another client by now than the one that runs here. It never reloads a page by itself. */
@Service()
export class Upgrade {
  private own: string | null = null;
  private readonly old = signal(false);

  /** This page was made for another version of the server. */
  readonly isOld = this.old.asReadonly();

  /**
   * The page itself came a moment before the first answer, so that one tells which client it is.
   *
   * @param served the id of the client that the server has; null where it has none, as while developing
   */
  hear(served: string | null): void {
    if (served === null) return;
    this.own ??= served;
    this.old.set(served !== this.own);
  }
}

/** Every answer of the API names the client that is served beside it. */
export const upgradeInterceptor: HttpInterceptorFn = (request, next) => {
  const upgrade = inject(Upgrade);
  return next(request).pipe(
    tap((event) => {
      if (event instanceof HttpResponse) upgrade.hear(event.headers.get('Deskhand-Client'));
    }),
  );
};
