import { Component, effect, type ElementRef, inject, untracked, viewChild } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { NavigationEnd, Router, RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import { filter } from 'rxjs';
import { Connection } from '../platform/connection';
import { Session } from '../platform/session';
import { homeOf } from '../platform/signed-in-guard';
import { FORM_FIELD_DEFAULTS } from '../ui/form-field-defaults';
import { registerIcons } from '../ui/icons';
import { Logo } from '../ui/logo';
import { AccountMenu } from './account-menu';
import { StaffNav } from './staff-nav';

/** The frame of every page for signed-in people: the bar, and for staff the ways beside it (a drawer on phones). */
@Component({
  selector: 'dh-shell',
  imports: [AccountMenu, Logo, MatButton, MatIcon, MatIconButton, RouterLink, RouterLinkActive, RouterOutlet, StaffNav],
  providers: [FORM_FIELD_DEFAULTS],
  templateUrl: './shell.html',
  styleUrl: './shell.scss',
})
export class Shell {
  private readonly router = inject(Router);
  private readonly drawer = viewChild<ElementRef<HTMLDialogElement>>('drawer');
  protected readonly session = inject(Session);
  protected readonly connection = inject(Connection);
  protected readonly home = homeOf(this.session, this.router);

  constructor() {
    registerIcons();
    const drawnFor = this.session.me()?.id;
    effect(() => {
      const me = this.session.me();
      untracked(() => {
        if (me === null) this.leave();
        // Another person signed in in another tab: nothing of the former one may stay on the screen.
        else if (me.id !== drawnFor) location.assign('/');
      });
    });
    this.router.events
      .pipe(
        filter((event) => event instanceof NavigationEnd),
        takeUntilDestroyed(),
      )
      .subscribe(() => {
        this.closeDrawer();
      });
  }

  protected openDrawer(): void {
    this.drawer()?.nativeElement.showModal();
  }

  protected closeDrawer(): void {
    this.drawer()?.nativeElement.close();
  }

  /** After signing out on purpose the menu goes to the front page; everybody else comes back here after signing in. */
  private leave(): void {
    if (this.session.ending() === 'signed-out') return;
    void this.router.navigate(['/sign-in'], { queryParams: { returnTo: this.router.url } });
  }
}
