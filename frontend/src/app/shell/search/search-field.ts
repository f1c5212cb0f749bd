import { httpResource } from '@angular/common/http';
import { Component, computed, effect, type ElementRef, inject, linkedSignal, signal, viewChild } from '@angular/core';
import {
  MatAutocomplete,
  MatAutocompleteOrigin,
  type MatAutocompleteSelectedEvent,
  MatAutocompleteTrigger,
} from '@angular/material/autocomplete';
import { MatIconButton } from '@angular/material/button';
import { MatOption } from '@angular/material/core';
import { MatIcon } from '@angular/material/icon';
import { Router } from '@angular/router';
import type { components } from '@deskhand/shared/api';
import { LIMITS } from '@deskhand/shared';
import { currentUrl, pathOf } from '../../platform/current-url';
import { kept } from '../../platform/kept';
import { Session } from '../../platform/session';
import { onShortcuts, Shortcuts } from '../../platform/shortcuts/shortcuts';
import { MarkedText } from '../../ui/marked-text';

type Found = components['schemas']['TicketPageDto'];
type Hit = Found['items'][number];

const PAUSE_MS = 150;
const OFFERED = 6;

/** Finds tickets from anywhere: the first hits while one types, all of them in the list. */
@Component({
  selector: 'dh-search-field',
  imports: [
    ...[MarkedText, MatAutocomplete, MatAutocompleteOrigin, MatAutocompleteTrigger],
    ...[MatIcon, MatIconButton, MatOption],
  ],
  templateUrl: './search-field.html',
  styleUrl: './search-field.scss',
})
export class SearchField {
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  private readonly field = viewChild.required<ElementRef<HTMLInputElement>>('field');
  private readonly panel = viewChild.required(MatAutocompleteTrigger);
  private readonly url = currentUrl();
  /** Where the hits stand: what an employee sees is what is his own. */
  private readonly list = computed(() => (this.session.isStaff() ? '/queue' : '/tickets'));

  protected readonly hasKey = inject(Shortcuts).areOn;
  protected readonly longest = LIMITS.search.max;
  /** On a phone, where it takes the whole bar. */
  protected readonly isOpen = signal(false);
  protected readonly typed = linkedSignal(() => searchedAt(this.url(), this.list()));
  /** What was typed a moment ago, since when nothing more was; nothing before somebody types. */
  protected readonly asked = linkedSignal({ source: this.url, computation: () => '' });
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
  private readonly wanted = signal('');

  constructor() {
    effect((onCleanup) => {
      const wanted = this.wanted();
      const timer = setTimeout(() => {
        this.asked.set(wanted);
      }, PAUSE_MS);
      onCleanup(() => {
        clearTimeout(timer);
      });
    });
    onShortcuts({
      search: () => {
        this.focus();
      },
    });
  }

  protected type(text: string): void {
    this.typed.set(text);
    this.wanted.set(text.trim() === '' ? '' : text);
  }

  protected focus(): void {
    this.isOpen.set(true);
    // Drawn first: what is not shown takes no focus.
    setTimeout(() => {
      this.field().nativeElement.focus();
      this.field().nativeElement.select();
    });
  }

  protected close(): void {
    this.isOpen.set(false);
  }

  protected showAll(event: Event): void {
    event.preventDefault();
    this.leaveFor(this.typed());
  }

  protected go({ option }: MatAutocompleteSelectedEvent): void {
    const chosen = option.value as Hit | string;
    if (typeof chosen === 'string') this.leaveFor(chosen);
    else void this.router.navigate(['/tickets', chosen.id]);
    this.close();
  }

  /** Choosing a hit is going there: what was typed stays as it is meanwhile. */
  protected readonly asTyped = (): string => this.typed();

  private leaveFor(text: string): void {
    const q = text.trim();
    this.panel().closePanel();
    this.wanted.set('');
    this.asked.set('');
    this.close();
    if (q !== '') void this.router.navigate([this.list()], { queryParams: { q } });
  }
}

function searchedAt(url: string, list: string): string {
  return pathOf(url) === list ? (new URLSearchParams(url.split('?')[1]?.split('#')[0]).get('q') ?? '') : '';
}
