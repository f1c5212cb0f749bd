import { Component, computed, effect, type ElementRef, inject, signal, untracked, viewChild } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { currentUrl } from '../../platform/current-url';
import { Unread } from '../../platform/unread';
import { MissingPart } from '../../ui/missing-part';
import { NotificationPanel } from './notification-panel';

/** More than that is simply much. */
const MOST = 99;

/** How much is unread, and behind it what: beside the bar on a desk, a sheet from below on a phone. */
@Component({
  selector: 'dh-notification-bell',
  imports: [MatIcon, MatIconButton, MissingPart, NotificationPanel],
  template: `
    <button matIconButton type="button" aria-haspopup="dialog" [attr.aria-label]="label()" (click)="open()">
      <mat-icon svgIcon="notifications" />
      @if (badge(); as badge) {
        <span class="badge dh-figures" aria-hidden="true">{{ badge }}</span>
      }
    </button>
    <dialog #panel closedby="any" aria-labelledby="notifications" (close)="isOpen.set(false)">
      @if (isOpen()) {
        @defer (when isOpen()) {
          <dh-notification-panel (left)="close()" />
        } @error {
          <dh-missing-part />
        }
      }
    </dialog>
  `,
  styleUrl: './notification-bell.scss',
})
export class NotificationBell {
  private readonly unread = inject(Unread);
  private readonly url = currentUrl();
  private readonly panel = viewChild.required<ElementRef<HTMLDialogElement>>('panel');
  protected readonly isOpen = signal(false);

  protected readonly badge = computed(() => {
    const { value } = this.unread.count();
    if (value === 0) return '';
    return value > MOST ? `${MOST}+` : String(value);
  });
  protected readonly label = computed(() => {
    const { value } = this.unread.count();
    if (value === 0) return $localize`What is new: nothing`;
    return value === 1
      ? $localize`What is new: 1 unread ticket`
      : $localize`What is new: ${this.badge()}:count: unread tickets`;
  });

  constructor() {
    effect(() => {
      this.url();
      untracked(() => {
        if (this.isOpen()) this.close();
      });
    });
  }

  protected open(): void {
    this.isOpen.set(true);
    this.panel().nativeElement.showModal();
  }

  protected close(): void {
    this.panel().nativeElement.close();
  }
}
