import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { standingOn } from '@deskhand/shared';
import { Session } from '../../platform/session';
import { factsOf } from '../model/facts-of';
import type { Ticket } from '../model/ticket';

/** The way on from a ticket that takes no more replies. A watcher has no part in it. */
@Component({
  selector: 'dh-new-about',
  imports: [MatButton, RouterLink],
  template: `
    @if (isOffered()) {
      <a matButton="tonal" routerLink="/tickets/new" [queryParams]="{ about: ticket().id }" i18n>
        New ticket about this
      </a>
    }
  `,
})
export class NewAbout {
  private readonly session = inject(Session);

  readonly ticket = input.required<Ticket>();

  protected readonly isOffered = computed(() => {
    const me = this.session.me();
    const standing = me && standingOn(me, factsOf(this.ticket()));
    return standing === 'requester' || standing === 'staff';
  });
}
