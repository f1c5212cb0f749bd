import { _IdGenerator, ActiveDescendantKeyManager } from '@angular/cdk/a11y';
import {
  afterNextRender,
  Component,
  computed,
  effect,
  type ElementRef,
  inject,
  Injector,
  input,
  linkedSignal,
  output,
  signal,
  untracked,
  viewChild,
  viewChildren,
} from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { MatIcon } from '@angular/material/icon';
import { Router } from '@angular/router';
import { LIMITS } from '@deskhand/shared';
import { Session } from '../../platform/session';
import { Shortcuts } from '../../platform/shortcuts/shortcuts';
import { pagesFor } from '../pages';
import { actionOffers, type Offer, type OfferGroup, offersFor, pageOffers } from './offers';
import { PaletteOption } from './palette-option';
import { paletteSearch, savedViewOffers } from './palette-search';

/** Tickets are asked for by their number. */
const NUMBER = /^#?\d+$/;

/** Finds whatever there is while one types, and does it: what this page can do, pages, tickets, people. */
@Component({
  selector: 'dh-command-palette',
  imports: [MatIcon, PaletteOption],
  templateUrl: './command-palette.html',
  styleUrl: './command-palette.scss',
})
export class CommandPalette {
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  private readonly shortcuts = inject(Shortcuts);
  private readonly field = viewChild.required<ElementRef<HTMLInputElement>>('field');
  private readonly options = viewChildren(PaletteOption);
  private readonly keys = new ActiveDescendantKeyManager(this.options, inject(Injector)).withWrap();

  /** What was typed before the field was there. */
  readonly begun = input('');
  /** It has done its work, or is not wanted any more. */
  readonly left = output();

  protected readonly listId = inject(_IdGenerator).getId('dh-palette-');
  protected readonly longest = LIMITS.search.max;
  protected readonly areKeysOn = this.shortcuts.areOn;
  protected readonly typed = linkedSignal(() => this.begun());
  private readonly search = paletteSearch(this.typed);
  private readonly actions = actionOffers(this.shortcuts.possible());
  private readonly views = savedViewOffers();
  private readonly pages = computed(() => [...pageOffers(pagesFor(this.session)), ...this.views()]);

  protected readonly groups = computed((): OfferGroup[] => {
    const typed = this.typed();
    const tickets = { heading: $localize`Tickets`, offers: this.search.tickets() };
    const known = [
      { heading: $localize`What you can do here`, offers: offersFor(this.actions, typed) },
      { heading: $localize`Pages`, offers: offersFor(this.pages(), typed) },
    ];
    const people = { heading: $localize`People`, offers: this.search.people() };
    const groups = NUMBER.test(typed.trim()) ? [tickets, ...known, people] : [...known, tickets, people];
    return groups.filter(({ offers }) => offers.length > 0);
  });
  private readonly offers = computed(() => this.groups().flatMap(({ offers }) => offers));
  /** What was typed when the active one became it. */
  private chosenFor = '';
  private readonly active = signal<Offer | null>(null);
  protected readonly activeId = computed(() => {
    const active = this.active();
    return active && this.idOf(active);
  });
  protected readonly isEmpty = computed(() => this.offers().length === 0 && !this.search.isSearching());
  /** For who does not see the list. */
  protected readonly summary = computed(() => {
    if (this.typed().trim() === '' || this.search.isSearching()) return '';
    const count = this.offers().length;
    if (count === 0) return $localize`Nothing found`;
    return count === 1 ? $localize`1 offer` : $localize`${count}:count: offers`;
  });

  constructor() {
    this.keys.change.pipe(takeUntilDestroyed()).subscribe(() => {
      this.active.set(this.keys.activeItem?.offer() ?? null);
    });
    // What comes later from the server moves nothing that is chosen; typing on begins at the first.
    effect(() => {
      const [typed, options, chosen] = [this.typed(), this.options(), this.keys.activeItem];
      const stays = typed === this.chosenFor && chosen !== null && options.includes(chosen);
      this.chosenFor = typed;
      if (!stays) untracked(() => this.keys.setFirstItemActive());
    });
    afterNextRender(() => {
      this.field().nativeElement.focus();
    });
  }

  protected idOf({ id }: Offer): string {
    return `${this.listId}-${this.offers().findIndex((offer) => offer.id === id)}`;
  }

  protected press(event: KeyboardEvent): void {
    if (event.isComposing) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      const offer = this.keys.activeItem?.offer();
      if (offer) this.choose(offer);
    } else if (event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      this.left.emit();
    } else this.keys.onKeydown(event);
  }

  /** Closed first: the focus is then where it was, and with it what the keys are about. */
  protected choose({ does }: Offer): void {
    this.left.emit();
    if ('shortcut' in does) this.shortcuts.run(does.shortcut);
    else void this.router.navigate([...does.path], { queryParams: does.params });
  }
}
