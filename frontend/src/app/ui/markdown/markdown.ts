import { Component, computed, DOCUMENT, inject, input, ViewEncapsulation } from '@angular/core';
import { renderMarkdown } from './render-markdown';

/** Somebody who can be mentioned. */
export interface Mentioned {
  readonly id: string;
  readonly name: string;
}

/** What somebody wrote, formatted as he meant it. Angular's sanitizer looks at it once more. */
@Component({
  selector: 'dh-markdown',
  template: `<div class="dh-markdown" dir="auto" [innerHTML]="html()"></div>`,
  styleUrl: './markdown.scss',
  // The elements within come from the text, so they carry none of the marks that tie styles to a component.
  encapsulation: ViewEncapsulation.None,
})
export class Markdown {
  private readonly origin = inject(DOCUMENT).location.origin;

  readonly text = input.required<string>();
  /** Whose `@Name` stands out. */
  readonly mentions = input<readonly Mentioned[]>([]);

  protected readonly html = computed(() =>
    renderMarkdown(
      this.text(),
      this.mentions().map(({ name }) => name),
      this.origin,
    ),
  );
}
