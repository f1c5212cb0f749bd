import { Component } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { EmptyState } from '../ui/empty-state';
import { registerIcons } from '../ui/icons';

@Component({
  selector: 'dh-not-found',
  imports: [EmptyState, MatButton, RouterLink],
  template: `
    <h1 class="cdk-visually-hidden" i18n>Page not found</h1>
    <dh-empty-state
      reason="nothing-found"
      heading="There is no page at this address"
      i18n-heading
      text="The link may be old or mistyped, or it leads to something that you may not see."
      i18n-text
    >
      <a matButton="tonal" routerLink="/" i18n>Go to the start</a>
    </dh-empty-state>
  `,
})
export class NotFound {
  constructor() {
    registerIcons();
  }
}
