import { Component, computed, input } from '@angular/core';

/**
 * A person's initials on a quiet disc. Decorative: the name always stands beside it or in its label, so the letters are
 * painted and no text, which a button's name would have to repeat.
 */
@Component({
  selector: 'dh-avatar',
  host: { 'aria-hidden': 'true', '[attr.data-initials]': 'initials()' },
  template: '',
  styles: `
    :host {
      display: inline-grid;
      place-items: center;
      flex: none;
      inline-size: var(--dh-avatar-size, 32px);
      block-size: var(--dh-avatar-size, 32px);
      border-radius: 50%;
      background: var(--mat-sys-secondary-container);
      color: var(--mat-sys-on-secondary-container);
      font-size: calc(var(--dh-avatar-size, 32px) * 0.38);
      font-weight: 600;
      letter-spacing: 0.02em;
      user-select: none;
    }
    :host::before {
      content: attr(data-initials);
    }
  `,
})
export class Avatar {
  readonly name = input.required<string>();
  protected readonly initials = computed(() => initialsOf(this.name()));
}

/** The first letters of the first and the last word. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  const ends = words.length > 1 ? [words.at(0), words.at(-1)] : words;
  return ends.map(firstCharacter).join('').toLocaleUpperCase();
}

/** A letter of most European names, with nothing that would join it. */
const PLAIN_LETTER = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}](?![\p{M}\u200d])/u;

/** As a reader counts characters: an accent or a modifier that is a code point of its own stays with its letter. */
function firstCharacter(word = ''): string {
  // To make a segmenter takes longer than to draw the frame of a page.
  const plain = PLAIN_LETTER.exec(word);
  if (plain) return plain[0];
  const [first] = new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(word);
  return first?.segment ?? '';
}
