import { Component, computed, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { EmptyState } from '../../ui/empty-state';
import type { Suggestion } from '../model/ticket';
import { addressOf, type SearchAddress } from './other-words';

/** Above hits of other words than those that were typed: says so, with the way back. */
@Component({
  selector: 'dh-other-words',
  imports: [RouterLink],
  template: `
    <p role="status">
      @if (search().instead) {
        <ng-container i18n>Nothing for “{{ search().instead }}”. Showing “{{ search().q }}”.</ng-container>
        {{ ' ' }}
        <a [routerLink]="[]" [queryParams]="back()" queryParamsHandling="merge" i18n
          >Search for “{{ search().instead }}” all the same</a
        >
      }
    </p>
  `,
  styles: `
    p:not(:empty) {
      margin-block: 8px;
      overflow-wrap: anywhere;
    }
    a {
      display: inline-block;
      padding-block: 4px;
      color: var(--mat-sys-primary);
    }
  `,
})
export class OtherWords {
  readonly search = input.required<SearchAddress>();

  protected readonly back = computed(() => addressOf({ q: this.search().instead, isExact: true }));
}

/** Nothing has all the words: what else to try. Further ways out are its content. */
@Component({
  selector: 'dh-nothing-found',
  imports: [EmptyState, MatButton, RouterLink],
  template: `
    <dh-empty-state
      reason="nothing-found"
      [heading]="heading()"
      text="A ticket is found where it has every word. Try fewer words, or others."
      i18n-text
    >
      @if (suggestion(); as other) {
        <a matButton="tonal" [routerLink]="[]" [queryParams]="better()" queryParamsHandling="merge" i18n
          >Search for “{{ other.q }}”</a
        >
      }
      <ng-content />
    </dh-empty-state>
  `,
})
export class NothingFound {
  readonly q = input.required<string>();
  readonly suggestion = input<Suggestion | null | undefined>(null);

  protected readonly heading = computed(() => $localize`Nothing for “${this.q()}:words:”`);
  protected readonly better = computed(() => addressOf({ q: this.suggestion()?.q ?? this.q() }));
}
