import { Component, computed, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { asProblem } from '../platform/problem';
import { EmptyState } from './empty-state';

/** A page whose data did not come: what happened, another try, and the request's id for whoever keeps the server. */
@Component({
  selector: 'dh-failure',
  imports: [EmptyState, MatButton],
  template: `
    <dh-empty-state reason="failed" [heading]="heading()" [text]="problem().detail">
      <button matButton="tonal" type="button" (click)="retry.emit()" i18n>Try again</button>
    </dh-empty-state>
    @if (problem().requestId; as requestId) {
      <p class="dh-quiet dh-small" i18n>
        If it keeps failing, tell your administrator this request: <code>{{ requestId }}</code>
      </p>
    }
  `,
  styles: `
    p {
      text-align: center;
      margin-block-start: -32px;
    }
    code {
      overflow-wrap: anywhere;
    }
  `,
})
export class Failure {
  readonly error = input.required<unknown>();
  readonly retry = output();

  protected readonly problem = computed(() => asProblem(this.error()));
  protected readonly heading = computed(() =>
    this.problem().code === 'unreachable' ? $localize`No connection` : $localize`This did not work`,
  );
}
