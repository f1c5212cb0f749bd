import { afterNextRender, Component, computed, ElementRef, inject, output, viewChild } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { RouterLink } from '@angular/router';
import { Session } from '../../platform/session';
import {
  SHORTCUT_IDS,
  SHORTCUT_PLACES,
  type ShortcutId,
  shortcutOf,
  type ShortcutPlace,
} from '../../platform/shortcuts/shortcut-table';
import { Shortcuts } from '../../platform/shortcuts/shortcuts';
import { KeyCaps } from '../../ui/key-caps';
import { pagesFor } from '../pages';

const HEADINGS: Readonly<Record<ShortcutPlace, string>> = {
  everywhere: $localize`Everywhere`,
  pages: $localize`Pages`,
  list: $localize`In the queue`,
  ticket: $localize`At a ticket, also in the queue`,
};

/** Every key and what it does, as the table of the shortcuts has them. */
@Component({
  selector: 'dh-shortcut-sheet',
  imports: [KeyCaps, MatButton, MatIcon, MatIconButton, RouterLink],
  templateUrl: './shortcut-sheet.html',
  styleUrl: './shortcut-sheet.scss',
})
export class ShortcutSheet {
  private readonly session = inject(Session);
  protected readonly areOn = inject(Shortcuts).areOn;

  readonly left = output();
  private readonly closer = viewChild.required<string, ElementRef<HTMLElement>>('closer', { read: ElementRef });

  protected readonly groups = computed(() =>
    SHORTCUT_PLACES.map((place) => ({
      heading: HEADINGS[place],
      shortcuts: SHORTCUT_IDS.filter((id) => shortcutOf(id).place === place && this.isFor(id)).map(shortcutOf),
    })).filter(({ shortcuts }) => shortcuts.length > 0),
  );

  constructor() {
    afterNextRender(() => {
      this.closer().nativeElement.focus();
    });
  }

  /** Lists and the work on tickets are for staff, pages for whoever may see them. */
  private isFor(id: ShortcutId): boolean {
    const { place } = shortcutOf(id);
    if (place === 'pages') return pagesFor(this.session).some(({ shortcut }) => shortcut === id);
    return place === 'everywhere' || this.session.isStaff();
  }
}
