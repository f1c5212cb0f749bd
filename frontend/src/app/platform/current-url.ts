import { inject, type Signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router } from '@angular/router';
import { filter, map, startWith } from 'rxjs';

/** The address of the page that is shown, query included; for frames, whose pages change under them. */
export function currentUrl(): Signal<string> {
  const router = inject(Router);
  return toSignal(
    router.events.pipe(
      filter((event) => event instanceof NavigationEnd),
      map((event) => event.urlAfterRedirects),
      startWith(router.url),
    ),
    { requireSync: true },
  );
}

export function pathOf(url: string): string {
  return url.replace(/[?#].*$/, '');
}
