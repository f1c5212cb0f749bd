import { inject } from '@angular/core';
import { type CanActivateFn, type CanMatchFn, RedirectCommand, Router, type UrlTree } from '@angular/router';
import type { Permission } from '@deskhand/shared';
import { linkTo } from './queue-views';
import { Session } from './session';

/** Signed-out visitors sign in first, and then come to the page that they asked for. */
export const signedInGuard: CanActivateFn = (_route, state) => {
  if (inject(Session).isSignedIn()) return true;
  return inject(Router).createUrlTree(['/sign-in'], { queryParams: { returnTo: state.url } });
};

/** The pages for signed-out visitors send everybody else to what he asked for, or to his work. */
export const signedOutGuard: CanActivateFn = (route) => {
  const session = inject(Session);
  if (!session.isSignedIn()) return true;
  const router = inject(Router);
  const returnTo = route.queryParamMap.get('returnTo');
  return isOwnAddress(returnTo) ? router.parseUrl(returnTo) : homeOf(session, router);
};

/** Shows "not allowed" in place of the page, under the address that was asked for. */
export function permissionGuard(permission: Permission): CanActivateFn {
  return () => {
    if (inject(Session).may(permission)) return true;
    return new RedirectCommand(inject(Router).parseUrl('/not-allowed'), { skipLocationChange: true });
  };
}

export const signedInMatch: CanMatchFn = () => inject(Session).isSignedIn();

/** Staff begin the day with the queue, everybody else with his own tickets. */
export function homeOf(session: Session, router: Router): UrlTree {
  if (!session.isStaff()) return router.createUrlTree(['/tickets']);
  return router.createUrlTree(['/queue'], { queryParams: linkTo({ id: 'open' }) });
}

/** Only pages of ours: an address from a link must not lead anybody to another site. */
export function isOwnAddress(address: string | null | undefined): address is string {
  return !!address && /^\/(?![/\\])/.test(address);
}
