import { DOCUMENT } from '@angular/common';
import { inject, Injector } from '@angular/core';
import { type NavigationError, Router } from '@angular/router';
import { Organisation } from './organisation';
import { Upgrade } from './upgrade';

/**
 * The code of a page did not come. After an upgrade it is no longer there: the way on leads through the server, which
 * brings the new client; nobody reloads what he looks at. Without a connection there is only another try.
 */
export async function fetchMissingPage({ error, url }: NavigationError): Promise<void> {
  const [injector, document] = [inject(Injector), inject(DOCUMENT)];
  const [organisation, upgrade, router] = [inject(Organisation), inject(Upgrade), inject(Router)];
  if (!isMissingCode(error)) return;
  // Any answer tells whether the server has another client by now.
  await organisation.load();
  if (upgrade.isOld()) {
    document.location.assign(url);
    return;
  }
  const { Notices } = await import('./notices');
  injector.get(Notices).offer($localize`This page did not come. Look at your connection.`, $localize`Try again`, () => {
    void router.navigateByUrl(url);
  });
}

/** As Chromium, Firefox and Safari say it. */
function isMissingCode(error: unknown): boolean {
  return error instanceof TypeError && /import(ed|ing)? (a )?module|dynamically imported/i.test(error.message);
}
