import { Component, computed, input } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import type { IconName } from './icons';

/** Why a page has nothing to show: four different reasons, which ask for four different next steps. */
export type EmptyReason = 'nothing-yet' | 'nothing-found' | 'not-allowed' | 'failed';

const ICON_BY_REASON: Readonly<Record<EmptyReason, IconName>> = {
  'nothing-yet': 'inbox',
  'nothing-found': 'search-off',
  'not-allowed': 'lock',
  failed: 'error',
};

/** An empty page says why and offers the next step, which is what it is given as content. */
@Component({
  selector: 'dh-empty-state',
  imports: [MatIcon],
  host: { '[class]': 'reason()', '[attr.role]': "reason() === 'failed' ? 'alert' : null" },
  template: `
    <div class="disc"><mat-icon [svgIcon]="icon()" /></div>
    <h2>{{ heading() }}</h2>
    <p class="dh-quiet">{{ text() }}</p>
    <div class="next"><ng-content /></div>
  `,
  styleUrl: './empty-state.scss',
})
export class EmptyState {
  readonly reason = input.required<EmptyReason>();
  readonly heading = input.required<string>();
  readonly text = input.required<string>();

  protected readonly icon = computed(() => ICON_BY_REASON[this.reason()]);
}
