import { Component, computed, inject } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import { Router, RouterLink } from '@angular/router';
import { currentUrl, pathOf } from '../platform/current-url';
import { QUEUE_VIEWS, type QueueView, queueViewOf } from '../platform/queue-views';
import { Session } from '../platform/session';
import type { IconName } from '../ui/icons';

const ICON_BY_VIEW: Readonly<Record<QueueView['id'], IconName>> = {
  mine: 'person',
  unassigned: 'raised-hand',
  open: 'inbox',
  waiting: 'hourglass',
  all: 'stacks',
};

/** The ways of staff: the standing views of the queue, people, settings, and the tickets that they filed themselves. */
@Component({
  selector: 'dh-staff-nav',
  imports: [MatIcon, RouterLink],
  templateUrl: './staff-nav.html',
  styleUrl: './staff-nav.scss',
})
export class StaffNav {
  private readonly router = inject(Router);
  private readonly session = inject(Session);

  private readonly url = currentUrl();

  protected readonly views = QUEUE_VIEWS.map((view) => ({ ...view, icon: ICON_BY_VIEW[view.id] }));
  protected readonly seesPeople = computed(() => this.session.me() !== null && this.session.may('people.list'));
  protected readonly runsThePlace = computed(() => this.session.may('settings.manage'));
  protected readonly seesBin = computed(() => this.session.me() !== null && this.session.may('ticket.restore'));
  protected readonly path = computed(() => pathOf(this.url()));
  protected readonly isAdministration = computed(() => /^\/admin(\/|$)/.test(this.path()));
  protected readonly view = computed(() =>
    this.path() === '/queue' ? queueViewOf(this.router.parseUrl(this.url()).queryParams)?.id : undefined,
  );
}
