import { OverlayContainer } from '@angular/cdk/overlay';
import {
  afterNextRender,
  Component,
  computed,
  effect,
  type ElementRef,
  inject,
  Injector,
  PendingTasks,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { Router, RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import { currentUrl, pathOf } from '../platform/current-url';
import { Organisation } from '../platform/organisation';
import { Session } from '../platform/session';
import { homeOf } from '../platform/signed-in-guard';
import { StatusWords } from '../platform/status-words';
import { Brand } from '../ui/brand';
import { registerIcons } from '../ui/icons';
import { MissingPart } from '../ui/missing-part';
import { AccountMenu } from './account-menu';
import { ConfirmBanner } from './confirm-banner';
import { keepUpWithTheServer } from './keep-up';
import { MailBanner } from './mail-banner';
import { Notes } from './notes';
import { NotificationBell } from './notifications/notification-bell';
import { OverlayRegion } from './overlay-region';
import { SearchField } from './search/search-field';
import { ShellKeys } from './shortcuts/shell-keys';
import { StaffNav } from './staff-nav';

/** The frame of every page for signed-in people: the bar, and for staff the ways beside it (a drawer on phones). */
@Component({
  selector: 'dh-shell',
  imports: [
    ...[AccountMenu, Brand, ConfirmBanner, MatButton, MatIcon, MatIconButton, MissingPart, Notes],
    ...[NotificationBell, RouterLink, RouterLinkActive, RouterOutlet, SearchField, ShellKeys, StaffNav],
    // Put off, so it stands by itself: the compiler would take it along with the frame.
    MailBanner,
  ],
  providers: [{ provide: OverlayContainer, useClass: OverlayRegion }],
  templateUrl: './shell.html',
  styleUrl: './shell.scss',
  // Its data come a turn after its elements, and the browser may draw in between: a frame that jumps is worse than none.
  host: { '[class.drawn]': 'true' },
})
export class Shell {
  private readonly router = inject(Router);
  private readonly injector = inject(Injector);
  private readonly drawer = viewChild<ElementRef<HTMLDialogElement>>('drawer');
  protected readonly session = inject(Session);
  protected readonly organisation = inject(Organisation);
  protected readonly watchesMail = computed(() => this.session.me() !== null && this.session.may('mail.manage'));
  protected readonly home = computed(() => homeOf(this.session, this.router));
  private readonly url = currentUrl();
  protected readonly path = computed(() => pathOf(this.url()));
  /** The page comes in a turn of its own after its frame: a slow phone would not answer for both together. */
  protected readonly isDrawn = signal(false);

  constructor() {
    registerIcons();
    const drawn = inject(PendingTasks).add();
    afterNextRender(() => {
      setTimeout(() => {
        this.isDrawn.set(true);
        drawn();
      });
    });
    void inject(StatusWords).load();
    const drawnFor = this.session.me()?.id;
    effect(() => {
      const me = this.session.me();
      untracked(() => {
        if (me === null) this.leave();
        // Another person signed in in another tab: nothing of the former one may stay on the screen.
        else if (me.id !== drawnFor) location.assign('/');
      });
    });
    effect(() => {
      this.url();
      this.closeDrawer();
    });
    effect(() => {
      if (this.session.isAskedBack()) void this.askBack();
    });
    keepUpWithTheServer();
  }

  protected openDrawer(): void {
    this.drawer()?.nativeElement.showModal();
  }

  protected closeDrawer(): void {
    this.drawer()?.nativeElement.close();
  }

  /** In place, over whatever is shown: the page and what was typed into it stay. */
  private async askBack(): Promise<void> {
    const { askBack } = await import('./sign-in-again');
    askBack(this.injector);
  }

  /** After signing out on purpose the menu goes to the front page; everybody else comes back here after signing in. */
  private leave(): void {
    if (this.session.ending() === 'signed-out') return;
    void this.router.navigate(['/sign-in'], { queryParams: { returnTo: this.router.url } });
  }
}
