import { Component, DestroyRef, DOCUMENT, ElementRef, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  MAT_SNACK_BAR_DATA,
  MatSnackBarAction,
  MatSnackBarActions,
  MatSnackBarLabel,
  MatSnackBarRef,
} from '@angular/material/snack-bar';
import { onShortcuts } from './shortcuts/shortcuts';

export interface ActionNoticeData {
  readonly message: string;
  readonly action: string;
  /** Milliseconds until it goes by itself, counted only while nobody is at it. */
  readonly lastsMs: number;
  /** Whether Ctrl + Z does it too, from wherever the focus is but in a field. */
  readonly isUndo: boolean;
}

/**
 * Words with something to do about them. It waits while the pointer or the focus is on it, and gives the focus back to
 * where it came from.
 */
@Component({
  selector: 'dh-action-notice',
  imports: [MatButton, MatSnackBarAction, MatSnackBarActions, MatSnackBarLabel],
  host: {
    '(mouseenter)': 'wait()',
    '(mouseleave)': 'goOn()',
    '(focusin)': 'enter($event)',
    '(focusout)': 'goOn()',
  },
  template: `
    <span matSnackBarLabel>{{ data.message }}</span>
    <span matSnackBarActions>
      <button
        matButton
        matSnackBarAction
        type="button"
        [attr.aria-keyshortcuts]="data.isUndo ? 'Control+Z' : null"
        (click)="act()"
      >
        {{ data.action }}
      </button>
    </span>
  `,
  styles: `
    :host {
      display: flex;
      align-items: center;
    }
  `,
})
export class ActionNotice {
  protected readonly data = inject<ActionNoticeData>(MAT_SNACK_BAR_DATA);
  private readonly shown = inject<MatSnackBarRef<ActionNotice>>(MatSnackBarRef);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly document = inject(DOCUMENT);
  private timer: ReturnType<typeof setTimeout> | undefined;
  private cameFrom: HTMLElement | null = null;

  constructor() {
    this.goOn();
    if (this.data.isUndo) onShortcuts({ undo: () => this.act() });
    inject(DestroyRef).onDestroy(() => {
      clearTimeout(this.timer);
    });
  }

  protected wait(): void {
    clearTimeout(this.timer);
  }

  protected goOn(): void {
    this.wait();
    this.timer = setTimeout(() => {
      this.leave();
      this.shown.dismiss();
    }, this.data.lastsMs);
  }

  protected enter({ relatedTarget }: FocusEvent): void {
    this.wait();
    if (relatedTarget instanceof HTMLElement && !this.host.contains(relatedTarget)) this.cameFrom = relatedTarget;
  }

  protected act(): void {
    this.leave();
    this.shown.dismissWithAction();
  }

  /** A notice that goes while it has the focus would leave the keyboard nowhere. */
  private leave(): void {
    if (!this.host.contains(this.document.activeElement)) return;
    const { cameFrom } = this;
    const target = cameFrom?.isConnected ? cameFrom : this.document.querySelector('main');
    target?.focus({ preventScroll: true });
  }
}
