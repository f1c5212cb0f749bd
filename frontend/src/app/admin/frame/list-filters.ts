import { Component, type ElementRef, input, output, viewChild, viewChildren } from '@angular/core';
import { MatLabel } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import type { Params } from '@angular/router';
import { without } from '../../platform/query-params';
import { FilterChipButton } from '../../ui/filter-chip-button';
import { focusAfterRemoval } from '../../ui/focus-after-removal';
import { FORM_FIELD } from '../../ui/form-field';

/** A filter of a list in words. */
export interface ListChip {
  /** What goes from the address with it. */
  readonly keys: readonly string[];
  readonly label: string;
}

/**
 * What narrows a list of administration: the list's own field (marked `first`), the number of a ticket, its menus, and each
 * filter as a chip that can be taken away.
 */
@Component({
  selector: 'dh-list-filters',
  imports: [FilterChipButton, FORM_FIELD, MatInput, MatLabel],
  host: { class: 'dh-dense', role: 'search' },
  templateUrl: './list-filters.html',
  styleUrl: './list-filters.scss',
})
export class ListFilters {
  private readonly drawn = viewChildren(FilterChipButton);
  private readonly fields = viewChild.required<ElementRef<HTMLElement>>('fields');
  private readonly isLeaving = focusAfterRemoval(this.drawn, () => this.firstMenu());

  readonly chips = input.required<readonly ListChip[]>();
  readonly ticketNamed = output<string>();
  readonly narrowed = output<Params>();

  /** What opens the menus, which the last chip that goes leaves the focus to. */
  private firstMenu(): HTMLElement {
    const { nativeElement: fields } = this.fields();
    return fields.querySelector('button') ?? fields;
  }

  /** Whatever stands around it, the digits count. */
  protected nameTicket(typed: string): void {
    const number = /\d{1,15}/.exec(typed)?.[0];
    if (number !== undefined) this.ticketNamed.emit(number);
  }

  protected remove(chip: ListChip): void {
    this.isLeaving(this.chips().indexOf(chip));
    this.narrowed.emit(without(chip.keys));
  }
}
