import { Component, computed, inject, input, LOCALE_ID } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import { RouterLink } from '@angular/router';
import { linkTo, type QueueView } from '../platform/queue-views';
import { ViewCounts } from '../platform/view-counts';
import type { IconName } from '../ui/icons';
import { ticketsInWords, totalInWords } from '../ui/keyset-pager';

/** A way to a view, with how many tickets wait there: a number to see, words to hear. */
@Component({
  selector: 'dh-view-link',
  imports: [MatIcon, RouterLink],
  template: `
    <a
      routerLink="/queue"
      [queryParams]="link()"
      [class.here]="isHere()"
      [attr.aria-current]="isHere() ? 'page' : null"
    >
      <mat-icon [svgIcon]="icon()" />
      <span class="name" [attr.title]="view().saved ? view().label : null">{{ view().label }}</span>
      @if (number(); as number) {
        <span class="count dh-figures" aria-hidden="true">{{ number }}</span>
        <span class="cdk-visually-hidden">{{ words() }}</span>
      }
    </a>
  `,
  styleUrl: './view-link.scss',
})
export class ViewLink {
  private readonly counts = inject(ViewCounts);
  private readonly locale = inject(LOCALE_ID);

  readonly view = input.required<QueueView>();
  readonly icon = input.required<IconName>();
  readonly isHere = input.required<boolean>();

  protected readonly link = computed(() => linkTo(this.view()));
  private readonly count = computed(() => this.counts.of(this.view().id));
  protected readonly number = computed(() => {
    const count = this.count();
    return count && totalInWords(count, this.locale);
  });
  protected readonly words = computed(() => {
    const count = this.count();
    return count ? ticketsInWords(count, this.locale) : '';
  });
}
