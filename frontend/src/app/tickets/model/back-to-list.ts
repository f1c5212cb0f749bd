import { Location } from '@angular/common';
import { inject, Service } from '@angular/core';
import { Router } from '@angular/router';

/** The way back to a list: in the history where the reader came from it, for there it stands as he left it. */
@Service()
export class BackToList {
  private readonly router = inject(Router);
  private readonly location = inject(Location);

  go(path: string): void {
    if (this.cameFrom(path)) this.location.back();
    else void this.router.navigateByUrl(path);
  }

  cameFrom(path: string): boolean {
    const arrival = this.router.lastSuccessfulNavigation();
    if (!arrival || arrival.trigger === 'popstate' || arrival.extras.replaceUrl) return false;
    const former = arrival.previousNavigation?.finalUrl;
    return former !== undefined && this.router.serializeUrl(former).replace(/[?#].*$/, '') === path;
  }
}
