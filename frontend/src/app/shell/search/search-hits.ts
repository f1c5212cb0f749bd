import { httpResource } from '@angular/common/http';
import { Component, computed, debounced, ElementRef, inject, input, viewChild } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import {
  MatAutocomplete,
  type MatAutocompleteOrigin,
  type MatAutocompleteSelectedEvent,
  MatAutocompleteTrigger,
} from '@angular/material/autocomplete';
import { MatOption } from '@angular/material/core';
import { Router } from '@angular/router';
import type { components } from '@deskhand/shared/api';
import { kept } from '../../platform/kept';
import { MarkedText } from '../../ui/marked-text';
import { SearchInput } from './search-input';
import { SearchText } from './search-text';

type Found = components['schemas']['TicketPageDto'];
type Hit = Found['items'][number];

const PAUSE_MS = 150;
const OFFERED = 6;

/** The search field with the first hits below, while one types. It comes after the page, and takes over from a plain field. */
@Component({
  selector: 'dh-search-hits',
  imports: [MarkedText, MatAutocomplete, MatAutocompleteTrigger, MatOption, SearchInput],
  templateUrl: './search-hits.html',
  styleUrl: './search-input.scss',
  styles: ':host { display: contents; }',
})
export class SearchHits {
  private readonly router = inject(Router);
  private readonly search = inject(SearchText);
  private readonly panel = viewChild.required(MatAutocompleteTrigger);

  /** What the hits are as wide as. */
  readonly origin = input.required<HTMLElement>();
  /** Whether somebody was in the field that this one stands in for. */
  readonly takesFocus = input.required<boolean>();

  protected readonly whole = computed((): MatAutocompleteOrigin => ({ elementRef: new ElementRef(this.origin()) }));
  /** What was typed a moment ago, since when nothing more was. */
  private readonly pause = debounced(this.search.wanted, PAUSE_MS);
  protected readonly asked = computed(() => (this.search.wanted() === '' ? '' : this.pause.value()));
  private readonly answer = httpResource<Found>(() =>
    this.asked() === '' ? undefined : { url: '/api/v1/tickets', params: { q: this.asked(), limit: OFFERED } },
  );
  private readonly page = kept(this.answer);
  protected readonly found = computed(() => (this.asked() === '' ? [] : (this.page()?.items ?? [])));
  protected readonly suggestion = computed(() => (this.asked() === '' ? null : (this.page()?.suggestion ?? null)));
  protected readonly summary = computed(() => {
    if (this.asked() === '' || this.answer.isLoading() || !this.page()) return '';
    const count = this.found().length;
    if (count === 0) return $localize`Nothing found`;
    return count === 1 ? $localize`One ticket found` : $localize`${count}:count: tickets offered`;
  });

  constructor() {
    this.search.left.pipe(takeUntilDestroyed()).subscribe(() => {
      this.panel().closePanel();
    });
  }

  protected go({ option }: MatAutocompleteSelectedEvent): void {
    const chosen = option.value as Hit | string;
    if (typeof chosen === 'string') this.search.leaveFor(chosen);
    else void this.router.navigate(['/tickets', chosen.id]);
    this.search.close();
  }

  /** Choosing a hit is going there: what was typed stays as it is meanwhile. */
  protected readonly asTyped = (): string => this.search.typed();
}
