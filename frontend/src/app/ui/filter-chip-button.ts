import { Component, type ElementRef, input, output, viewChild } from '@angular/core';
import { MatIcon } from '@angular/material/icon';

/** A filter that narrows a list, and the way to take it away. */
@Component({
  selector: 'dh-filter-chip',
  imports: [MatIcon],
  template: `
    <button #chip type="button" class="chip" (click)="removed.emit()">
      <span class="cdk-visually-hidden" i18n>Remove the filter</span>
      <span>{{ label() }}</span><mat-icon svgIcon="close" />
    </button>
  `,
  styleUrl: './filter-chip-button.scss',
})
export class FilterChipButton {
  readonly label = input.required<string>();
  readonly removed = output();
  private readonly chip = viewChild.required<ElementRef<HTMLElement>>('chip');

  focus(): void {
    this.chip().nativeElement.focus();
  }
}
