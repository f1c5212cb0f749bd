import { Component, type ElementRef, inject, type Signal, signal, viewChild } from '@angular/core';
import { Router } from '@angular/router';
import { Session } from '../../platform/session';
import { onShortcuts, type ShortcutActions } from '../../platform/shortcuts/shortcuts';
import { MissingPart } from '../../ui/missing-part';
import { CommandPalette } from '../palette/command-palette';
import { pagesFor } from '../pages';
import { ShortcutSheet } from './shortcut-sheet';

/** The keys that every page has, and what two of them open. Neither is loaded before somebody wants it. */
@Component({
  selector: 'dh-shell-keys',
  imports: [CommandPalette, MissingPart, ShortcutSheet],
  host: { '(keydown)': 'typeAhead($event)' },
  template: `
    <dialog
      #palette
      class="palette"
      closedby="any"
      aria-label="Find anything and do anything"
      i18n-aria-label
      (close)="showsPalette.set(false)"
    >
      @if (showsPalette()) {
        @defer (when showsPalette()) {
          <dh-command-palette [begun]="typedAhead()" (left)="palette.close()" />
        } @error {
          <dh-missing-part />
        }
      }
    </dialog>
    <dialog #sheet class="sheet" closedby="any" aria-labelledby="shortcuts" (close)="showsSheet.set(false)">
      @if (showsSheet()) {
        @defer (when showsSheet()) {
          <dh-shortcut-sheet (left)="sheet.close()" />
        } @error {
          <dh-missing-part />
        }
      }
    </dialog>
  `,
  styleUrl: './shell-keys.scss',
})
export class ShellKeys {
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  private readonly palette = viewChild.required<ElementRef<HTMLDialogElement>>('palette');
  private readonly sheet = viewChild.required<ElementRef<HTMLDialogElement>>('sheet');
  protected readonly showsPalette = signal(false);
  protected readonly showsSheet = signal(false);
  /** Before the field was there. */
  protected readonly typedAhead = signal('');

  constructor() {
    onShortcuts({
      palette: () => {
        this.typedAhead.set('');
        this.showsPalette.set(true);
        this.show(this.palette);
      },
      shortcuts: () => {
        this.showsSheet.set(true);
        this.show(this.sheet);
      },
      'new-ticket': () => void this.router.navigateByUrl('/tickets/new'),
      ...this.ways(),
    });
  }

  /** Whoever is faster than the field finds there what he typed. */
  protected typeAhead(event: KeyboardEvent): void {
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && event.key.length === 1;
    if (!isPlain || event.target !== this.palette().nativeElement) return;
    event.preventDefault();
    this.typedAhead.update((typed) => typed + event.key);
  }

  private show(dialog: Signal<ElementRef<HTMLDialogElement>>): void {
    dialog().nativeElement.showModal();
  }

  /** Each page that has a key, for whoever may go there now. */
  private ways(): ShortcutActions {
    const everywhere = ['page.queue', 'page.my-open', 'page.unassigned', 'page.filed', 'page.reports'] as const;
    const ids = [...everywhere, 'page.people', 'page.bin', 'page.settings', 'page.account'] as const;
    const pageOf = (id: string) => pagesFor(this.session).find(({ shortcut }) => shortcut === id);
    return Object.fromEntries(
      ids.map((id) => [
        id,
        {
          isPossible: () => pageOf(id) !== undefined,
          run: () => {
            const page = pageOf(id);
            if (page) void this.router.navigate([page.path], { queryParams: page.params });
          },
        },
      ]),
    );
  }
}
