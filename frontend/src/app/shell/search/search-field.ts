import { Component, ElementRef, inject, signal } from '@angular/core';
import { MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { onShortcuts, Shortcuts } from '../../platform/shortcuts/shortcuts';
import { SearchHits } from './search-hits';
import { SearchInput } from './search-input';
import { SearchText } from './search-text';

/** Finds tickets from anywhere: the first hits while one types, all of them in the list. */
@Component({
  selector: 'dh-search-field',
  imports: [MatIcon, MatIconButton, SearchHits, SearchInput],
  providers: [SearchText],
  templateUrl: './search-field.html',
  styleUrls: ['./search-field.scss', './search-input.scss'],
})
export class SearchField {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly search = inject(SearchText);
  protected readonly hasKey = inject(Shortcuts).areOn;
  /** Somebody is in the field, or on the way to it. */
  protected readonly isInUse = signal(false);

  constructor() {
    onShortcuts({
      search: () => {
        this.focus();
      },
    });
  }

  protected focus(): void {
    this.search.isOpen.set(true);
    // Drawn first: what is not shown takes no focus.
    setTimeout(() => {
      const field = this.host.querySelector('input');
      field?.focus();
      field?.select();
    });
  }

  protected showAll(event: Event): void {
    event.preventDefault();
    this.search.leaveFor(this.search.typed());
  }
}
