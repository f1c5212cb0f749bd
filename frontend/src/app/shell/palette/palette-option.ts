import type { Highlightable } from '@angular/cdk/a11y';
import { Component, ElementRef, inject, input, signal } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import { KeyCaps } from '../../ui/key-caps';
import { MarkedText } from '../../ui/marked-text';
import type { Offer } from './offers';

/** One line of the palette. The field keeps the focus; this one only looks chosen. */
@Component({
  selector: 'dh-palette-option',
  imports: [KeyCaps, MarkedText, MatIcon],
  host: {
    role: 'option',
    '[id]': 'optionId()',
    '[class.active]': 'isActive()',
    '[attr.aria-selected]': 'isActive()',
  },
  template: `
    <mat-icon [svgIcon]="offer().icon" />
    <span class="label"><dh-marked [text]="offer().label" [q]="q()" /></span>
    @if (offer().aside; as aside) {
      <span class="aside dh-quiet dh-small dh-figures" [class.long]="aside.length > 12">{{ aside }}</span>
    }
    @if (showsKeys() && offer().keys; as keys) {
      <dh-keys [keys]="keys" aria-hidden="true" />
    }
  `,
  styleUrl: './palette-option.scss',
})
export class PaletteOption implements Highlightable {
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  readonly offer = input.required<Offer>();
  readonly optionId = input.required<string>();
  /** What is typed. */
  readonly q = input('');
  /** Whether its keys would do it. */
  readonly showsKeys = input(true);
  protected readonly isActive = signal(false);

  setActiveStyles(): void {
    this.isActive.set(true);
    this.element.scrollIntoView({ block: 'nearest' });
  }

  setInactiveStyles(): void {
    this.isActive.set(false);
  }
}
