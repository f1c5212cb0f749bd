import { Component, computed, inject } from '@angular/core';
import { MatDivider } from '@angular/material/divider';
import { MatIcon } from '@angular/material/icon';
import { MatMenu, MatMenuContent, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { Router, RouterLink } from '@angular/router';
import { type Language, LANGUAGE_NAMES, LANGUAGES } from '@deskhand/shared';
import { type ColorScheme, ColorSchemeChoice } from '../platform/color-scheme';
import { Notices } from '../platform/notices';
import { PageLanguage } from '../platform/page-language';
import { Session } from '../platform/session';
import { Shortcuts } from '../platform/shortcuts/shortcuts';
import { Avatar } from '../ui/avatar';
import type { IconName } from '../ui/icons';
import { roleLabel } from '../ui/role-label';

interface SchemeChoice {
  readonly scheme: ColorScheme;
  readonly icon: IconName;
  readonly label: string;
}

/** Behind one's own initials: who one is here, the colours, the language, the own account, and the way out. */
@Component({
  selector: 'dh-account-menu',
  imports: [Avatar, MatDivider, MatIcon, MatMenu, MatMenuContent, MatMenuItem, MatMenuTrigger, RouterLink],
  templateUrl: './account-menu.html',
  styleUrl: './account-menu.scss',
})
export class AccountMenu {
  private readonly session = inject(Session);
  private readonly router = inject(Router);
  private readonly notices = inject(Notices);
  private readonly shortcuts = inject(Shortcuts);
  protected readonly scheme = inject(ColorSchemeChoice);
  protected readonly page = inject(PageLanguage);

  protected readonly me = this.session.me;
  // In the template, a translated aria-label with a name in it would be set as a property that no element has.
  protected readonly label = computed(() => $localize`Account of ${this.me()?.name ?? ''}:name:`);
  protected readonly role = computed(() => {
    const me = this.me();
    return me ? roleLabel(me.role) : '';
  });
  protected readonly schemes: readonly SchemeChoice[] = [
    { scheme: 'system', icon: 'settings-brightness', label: $localize`Colours as the system` },
    { scheme: 'light', icon: 'light-mode', label: $localize`Light` },
    { scheme: 'dark', icon: 'dark-mode', label: $localize`Dark` },
  ];
  protected readonly languages = LANGUAGES;
  protected readonly languageNames = LANGUAGE_NAMES;

  /** The page comes again in that language. */
  protected async speak(language: Language): Promise<void> {
    try {
      await this.page.choose(language);
    } catch (error) {
      this.notices.fail(error);
    }
  }

  protected showShortcuts(): void {
    this.shortcuts.run('shortcuts');
  }

  protected async signOut(): Promise<void> {
    try {
      await this.session.signOut();
      await this.router.navigateByUrl('/');
    } catch (error) {
      this.notices.fail(error);
    }
  }
}
