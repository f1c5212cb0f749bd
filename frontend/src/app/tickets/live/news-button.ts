import { Component, computed, effect, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { ListNews } from './list-news';

/** A hand that was on its way to a row when the button appeared over it still reaches the row. */
const UNTOUCHABLE_MS = 600;

/** Says that a list has more to show than it shows; it changes only when its reader wants it. */
@Component({
  selector: 'dh-news-button',
  imports: [MatButton],
  host: { role: 'status' },
  template: `
    @if (words(); as words) {
      <button matButton="filled" type="button" [class.out-of-reach]="!isTouchable()" (click)="shown.emit()">
        {{ words }}
      </button>
    }
  `,
  styles: `
    // It lies over the list, for a line of its own would push the rows away from under a hand.
    :host {
      position: sticky;
      inset-block-start: var(--dh-news-from, 72px);
      z-index: 4;
      display: flex;
      justify-content: var(--dh-news-side, center);
      block-size: 0;
      pointer-events: none;
    }
    button {
      translate: 0 var(--dh-news-lift, -50%);
      box-shadow: var(--mat-sys-level2);
      pointer-events: auto;
    }
    .out-of-reach:not(:focus-visible) {
      pointer-events: none;
    }
  `,
})
export class NewsButton {
  readonly news = input.required<ListNews | null>();
  readonly shown = output();

  private readonly isThere = computed(() => this.news() !== null);
  protected readonly isTouchable = signal(false);
  protected readonly words = computed(() => {
    const news = this.news();
    if (!news) return '';
    if (news.added === 1) return $localize`1 new: show`;
    if (news.added > 1) return $localize`${news.added}:count: new: show`;
    return $localize`The list changed: show`;
  });

  constructor() {
    effect((onCleanup) => {
      this.isTouchable.set(false);
      if (!this.isThere()) return;
      const timer = setTimeout(() => {
        this.isTouchable.set(true);
      }, UNTOUCHABLE_MS);
      onCleanup(() => {
        clearTimeout(timer);
      });
    });
  }
}
