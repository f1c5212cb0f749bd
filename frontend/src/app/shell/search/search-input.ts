import { Directive, ElementRef, inject } from '@angular/core';
import { LIMITS } from '@deskhand/shared';
import { Shortcuts } from '../../platform/shortcuts/shortcuts';
import { SearchText } from './search-text';

/** The field itself, with hits and as long as those are on their way. */
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
}
