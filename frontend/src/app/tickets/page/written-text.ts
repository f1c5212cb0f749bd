import { Component, computed, input } from '@angular/core';

interface Piece {
  readonly text: string;
  readonly isLink: boolean;
}

/** Ends before the punctuation that closes a sentence or a bracket around it. */
const WEB_ADDRESS = /https?:\/\/[^\s<>"']*[^\s<>"'.,;:!?)\]}]/g;

/** What somebody wrote, as he wrote it: lines stay lines, and web addresses can be followed. */
@Component({
  selector: 'dh-written-text',
  template: `
    @for (piece of pieces(); track $index) {
      @if (piece.isLink) {
        <a target="_blank" rel="noopener noreferrer nofollow" [href]="piece.text" [textContent]="piece.text"></a>
      } @else {
        <span [textContent]="piece.text"></span>
      }
    }
  `,
  styles: `
    :host {
      display: block;
      max-inline-size: var(--dh-text-width);
      font: var(--mat-sys-body-medium);
      font-size: 0.9375rem;
      line-height: 1.5rem;
      white-space: pre-wrap;
      overflow-wrap: anywhere;
    }
  `,
})
export class WrittenText {
  readonly text = input.required<string>();
  protected readonly pieces = computed(() => piecesOf(this.text()));
}

export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const { 0: address, index } of text.matchAll(WEB_ADDRESS)) {
    if (index > end) pieces.push({ text: text.slice(end, index), isLink: false });
    pieces.push({ text: address, isLink: true });
    end = index + address.length;
  }
  if (end < text.length) pieces.push({ text: text.slice(end), isLink: false });
  return pieces;
}
