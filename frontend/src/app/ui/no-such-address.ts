import { Component } from '@angular/core';
import { asProblem } from '../platform/problem';
import { EmptyState } from './empty-state';

/** Whether a list failed for its address. */
export function isNoSuchAddress(error: Error | undefined): boolean {
  return error !== undefined && asProblem(error).code === 'invalid_query';
}

/** A list whose address asks for what cannot be answered: another try would not help. It is given the way out. */
@Component({
  selector: 'dh-no-such-address',
  imports: [EmptyState],
  template: `
    <dh-empty-state
      reason="failed"
      heading="This address leads nowhere"
      i18n-heading
      text="Its filter or its page is not one of ours, or no longer."
      i18n-text
    >
      <ng-content />
    </dh-empty-state>
  `,
})
export class NoSuchAddress {}
