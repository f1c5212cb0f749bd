import { Location } from '@angular/common';
import { inject, Service } from '@angular/core';
import { type NavigationBehaviorOptions, Router } from '@angular/router';
import { pathOf } from '../../platform/current-url';

/** Under which a navigation that replaces a page hands on where that one was reached from. */
const ORIGIN = 'cameFrom';

/** The way back to a list: in the history where the reader came from it, for there it stands as he left it. */
@Service()
export class BackToList {
  private readonly router = inject(Router);
  private readonly location = inject(Location);

  go(address: string): void {
    if (this.cameFrom(address)) this.location.back();
    else void this.router.navigateByUrl(address);
  }

  cameFrom(address: string): boolean {
    return this.origin() === pathOf(address);
  }

  /** For a navigation that takes the place of the page that is shown, so that the way back stays the same. */
  inPlace(): NavigationBehaviorOptions & { readonly replaceUrl: true } {
    return { replaceUrl: true, state: { [ORIGIN]: this.origin() } };
  }

  /** The path one step back in the history, where that is known. */
  private origin(): string | null {
    const arrival = this.router.lastSuccessfulNavigation();
    if (!arrival || arrival.trigger === 'popstate') return null;
    const handedOn: unknown = arrival.extras.state?.[ORIGIN];
    if (typeof handedOn === 'string') return handedOn;
    if (arrival.extras.replaceUrl) return null;
    const former = arrival.previousNavigation?.finalUrl;
    return former === undefined ? null : pathOf(this.router.serializeUrl(former));
  }
}
