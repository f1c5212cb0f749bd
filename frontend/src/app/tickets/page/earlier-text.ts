import { _IdGenerator } from '@angular/cdk/a11y';
import { Component, computed, inject, input, signal } from '@angular/core';
import { Markdown } from '../../ui/markdown/markdown';

/** What a text was before it was edited, folded away until somebody wants to see it. */
@Component({
  selector: 'dh-earlier-text',
  imports: [Markdown],
  template: `
    <button
      type="button"
      [attr.aria-expanded]="isShown()"
      [attr.aria-controls]="isShown() ? id : null"
      (click)="isShown.set(!isShown())"
    >
      {{ label() }}
    </button>
    @if (isShown()) {
      <div class="text" [id]="id">
        @if (of() === 'subject') {
          <p>{{ text() }}</p>
        } @else {
          <dh-markdown [text]="text()" />
        }
      </div>
    }
  `,
  styles: `
    button {
      min-block-size: 24px;
      padding: 0 4px;
      border: 0;
      border-radius: 4px;
      background: none;
      color: var(--mat-sys-primary);
      font: var(--mat-sys-label-medium);
      cursor: pointer;
    }
    .text {
      max-inline-size: var(--dh-text-width);
      margin-block: 4px 8px;
      padding-inline-start: 12px;
      border-inline-start: 2px solid var(--mat-sys-outline-variant);
      color: var(--mat-sys-on-surface);
      font: var(--mat-sys-body-medium);
      overflow-wrap: anywhere;
    }
    @media (pointer: coarse) {
      button {
        min-block-size: 44px;
      }
    }
  `,
})
export class EarlierText {
  protected readonly id = inject(_IdGenerator).getId('dh-earlier-');

  readonly text = input.required<string>();
  /** What it is the earlier text of; a subject has no formatting. */
  readonly of = input<'body' | 'description' | 'subject'>('body');

  protected readonly isShown = signal(false);
  protected readonly label = computed(() => (this.isShown() ? hideWords(this.of()) : showWords(this.of())));
}

function showWords(of: 'body' | 'description' | 'subject'): string {
  if (of === 'body') return $localize`Show the earlier text`;
  return of === 'subject' ? $localize`Show the earlier subject` : $localize`Show the earlier description`;
}

function hideWords(of: 'body' | 'description' | 'subject'): string {
  if (of === 'body') return $localize`Hide the earlier text`;
  return of === 'subject' ? $localize`Hide the earlier subject` : $localize`Hide the earlier description`;
}
