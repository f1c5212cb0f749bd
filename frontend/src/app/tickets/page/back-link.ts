import { Location } from '@angular/common';
import { Directive, ElementRef, inject, input } from '@angular/core';
import { Router } from '@angular/router';

/**
 * A link to a list that goes back in the history where the reader came from that list: it then shows the very same
 * view, at the place where he left it.
 */
@Directive({ selector: 'a[dhBack]' })
export class BackLink {
  private readonly router = inject(Router);
  private readonly location = inject(Location);

  /** The path of the list. */
  readonly dhBack = input.required<string>();

  constructor() {
    const link = inject<ElementRef<HTMLAnchorElement>>(ElementRef).nativeElement;
    // Before the router's own listener, which would begin the list anew.
    link.addEventListener('click', (event) => this.goBack(event), { capture: true });
  }

  private goBack(event: MouseEvent): void {
    const opensElsewhere = event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey;
    if (opensElsewhere || !this.cameFromList()) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    this.location.back();
  }

  private cameFromList(): boolean {
    const arrival = this.router.lastSuccessfulNavigation();
    if (!arrival || arrival.trigger === 'popstate' || arrival.extras.replaceUrl) return false;
    const former = arrival.previousNavigation?.finalUrl;
    return former !== undefined && this.router.serializeUrl(former).replace(/[?#].*$/, '') === this.dhBack();
  }
}
