import { Component } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { EmptyState } from '../ui/empty-state';

@Component({
  selector: 'dh-not-allowed',
  imports: [EmptyState, MatButton, RouterLink],
  template: `
    <h1 class="cdk-visually-hidden" i18n>Not allowed</h1>
    <dh-empty-state
      reason="not-allowed"
      heading="This page is for IT staff"
      i18n-heading
      text="Your account cannot open it. If it should, ask an administrator to change your role."
      i18n-text
    >
      <a matButton="tonal" routerLink="/" i18n>Go to the start</a>
    </dh-empty-state>
  `,
})
export class NotAllowed {}
