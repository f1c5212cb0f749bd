import { Component, ElementRef, inject } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { Router, Scroll } from '@angular/router';
import { filter, map, startWith } from 'rxjs';
import { PageHeader } from '../ui/page-header';
import { AddressChange } from './address-change';
import { KeyChoice } from './key-choice';
import { MailChoices } from './mail/mail-choices';
import { PasswordChange } from './password-change';
import { Profile } from './profile';
import { SessionList } from './session-list';
import { Sessions } from './sessions';

/** Those of the page that other pages lead to. */
const SECTIONS = new Set(['mail', 'keys', 'sessions']);

/** Everything about oneself: what colleagues see, address and mails, keys, the password, and where one is signed in. */
@Component({
  selector: 'dh-account',
  imports: [AddressChange, KeyChoice, MailChoices, PageHeader, PasswordChange, Profile, Sessions],
  providers: [SessionList],
  template: `
    <dh-page-header heading="Account" i18n-heading />
    <section aria-labelledby="profile-heading">
      <div>
        <h2 id="profile-heading" i18n>Profile</h2>
        <p class="dh-quiet" i18n>IT staff see your phone and place on your tickets, so that they find you.</p>
      </div>
      <dh-profile />
    </section>
    <section aria-labelledby="address-heading">
      <div>
        <h2 id="address-heading" i18n>Mail address</h2>
        <p class="dh-quiet" i18n>You sign in with it, and mails go there. Another one counts once you confirmed it.</p>
      </div>
      <dh-address-change />
    </section>
    <section aria-labelledby="mail">
      <div>
        <h2 id="mail" tabindex="-1" i18n>Mails that you get</h2>
        <p class="dh-quiet" i18n>Each box counts at once. You are never told what you did yourself.</p>
      </div>
      <dh-mail-choices />
    </section>
    <section aria-labelledby="keys">
      <div>
        <h2 id="keys" tabindex="-1" i18n>Keyboard</h2>
        <p class="dh-quiet" i18n>It counts wherever you sign in.</p>
      </div>
      <dh-key-choice />
    </section>
    <section aria-labelledby="password-heading">
      <div>
        <h2 id="password-heading" i18n>Password</h2>
        <p class="dh-quiet" i18n>Changing it signs you out everywhere but here.</p>
      </div>
      <dh-password-change />
    </section>
    <section aria-labelledby="sessions">
      <div>
        <h2 id="sessions" tabindex="-1" i18n>Where you are signed in</h2>
        <p class="dh-quiet" i18n>Something you do not know? End it, then change your password.</p>
      </div>
      <dh-sessions />
    </section>
  `,
  styles: `
    section {
      display: grid;
      grid-template-columns: minmax(0, 240px) minmax(0, 480px);
      gap: 16px 48px;
      padding-block: 32px;
      border-block-start: 1px solid var(--dh-hairline);
    }
    h2 {
      margin-block-end: 4px;
    }
    @media (width < 840px) {
      section {
        grid-template-columns: minmax(0, 480px);
      }
    }
  `,
})
export class Account {
  constructor() {
    const page = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    // The foot of each mail leads to one, the sheet of the keys and the menu of the account to the others. Between pages the
    // router tells when it is done with where the page stands; the first page comes after that.
    const router = inject(Router);
    const places = router.events.pipe(
      filter((event) => event instanceof Scroll),
      map(({ anchor }) => anchor),
      startWith(router.parseUrl(router.url).fragment),
    );
    places.pipe(takeUntilDestroyed()).subscribe((anchor) => {
      if (anchor === null || !SECTIONS.has(anchor)) return;
      setTimeout(() => {
        const section = page.querySelector<HTMLElement>(`#${anchor}`);
        section?.focus({ preventScroll: true });
        section?.scrollIntoView({ block: 'nearest' });
      });
    });
  }
}
