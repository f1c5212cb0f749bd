import {
  afterNextRender,
  ApplicationRef,
  DestroyRef,
  Directive,
  DOCUMENT,
  ElementRef,
  inject,
  input,
} from '@angular/core';
import { LIMITS } from '@deskhand/shared';
import { Shortcuts } from '../../platform/shortcuts/shortcuts';
import { isFocusNowhere } from '../../ui/where-the-focus-is';
import { SearchText } from './search-text';

/** The field itself: before the hits have come, with them, and where they do not come. */
@Directive({
  selector: 'input[dhSearchInput]',
  host: {
    type: 'search',
    autocomplete: 'off',
    enterkeyhint: 'search',
    '[attr.aria-label]': 'words',
    '[attr.aria-keyshortcuts]': "hasKey() ? '/' : null",
    '[placeholder]': 'words',
    '[maxLength]': 'longest',
    '[value]': 'search.typed()',
    '(input)': 'search.type(field.value)',
    '(keydown.escape)': 'search.close()',
  },
})
export class SearchInput {
  protected readonly field = inject<ElementRef<HTMLInputElement>>(ElementRef).nativeElement;
  protected readonly search = inject(SearchText);
  protected readonly hasKey = inject(Shortcuts).areOn;
  protected readonly longest = LIMITS.search.max;
  protected readonly words = $localize`Search tickets`;
  /** Whether somebody was in the field that this one stands in for. */
  readonly takesFocus = input(false);

  constructor() {
    const document = inject(DOCUMENT);
    afterNextRender(() => {
      if (this.takesFocus() && isFocusNowhere(document)) this.takeOver();
    });
    const app = inject(ApplicationRef);
    inject(DestroyRef).onDestroy(() => {
      // Its successor stands in the page at once, but is filled and focused with the next drawing only: a key pressed before
      // that would be lost, or taken for a shortcut.
      queueMicrotask(() => {
        if (!app.destroyed) app.tick();
      });
    });
  }

  /** Where somebody typed already he goes on at its end. */
  private takeOver(): void {
    this.field.focus();
    if (this.search.wanted() === '') this.field.select();
    else this.field.setSelectionRange(this.field.value.length, this.field.value.length);
  }
}
