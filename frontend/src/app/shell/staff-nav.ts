import { Component, computed, DestroyRef, inject } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import { Router, RouterLink } from '@angular/router';
import { currentUrl, pathOf } from '../platform/current-url';
import { QUEUE_VIEWS, type QueueView } from '../platform/queue-views';
import { Session } from '../platform/session';
import { ViewCounts } from '../platform/view-counts';
import { Views } from '../platform/views';
import type { IconName } from '../ui/icons';
import { type Page, pagesBesidesQueue } from './pages';
import { ViewLink } from './view-link';

const ICON_BY_VIEW: Readonly<Record<string, IconName>> = {
  'my-open': 'person',
  unassigned: 'raised-hand',
  open: 'inbox',
  waiting: 'hourglass',
  'recently-resolved': 'check-circle',
};

interface ViewGroup {
  readonly heading: string;
  readonly views: readonly QueueView[];
}

/** The ways of staff: the standing and the saved views of the queue, people, settings, and the tickets that they filed themselves. */
@Component({
  selector: 'dh-staff-nav',
  imports: [MatIcon, RouterLink, ViewLink],
  templateUrl: './staff-nav.html',
  styleUrl: './staff-nav.scss',
})
export class StaffNav {
  private readonly router = inject(Router);
  private readonly session = inject(Session);

  private readonly url = currentUrl();

  private readonly saved = inject(Views);

  protected readonly standing = QUEUE_VIEWS.map((view) => ({ view, icon: ICON_BY_VIEW[view.id] ?? 'stacks' }));
  protected readonly groups = computed(() => {
    const views = this.saved.saved() ?? [];
    const groups: ViewGroup[] = [
      { heading: $localize`My views`, views: views.filter(({ saved }) => saved?.mine) },
      { heading: $localize`Shared views`, views: views.filter(({ saved }) => !saved?.mine) },
    ];
    return groups.filter((group) => group.views.length > 0);
  });
  protected readonly pages = computed(() => pagesBesidesQueue(this.session));
  private readonly path = computed(() => pathOf(this.url()));
  /** Further filters narrow a view; they do not leave it. */
  protected readonly view = computed(() => {
    if (this.path() !== '/queue') return undefined;
    const named: unknown = this.router.parseUrl(this.url()).queryParams['view'];
    return typeof named === 'string' ? named : 'all';
  });

  constructor() {
    this.saved.need();
    inject(ViewCounts).watch(inject(DestroyRef));
  }

  /** On it, or on one of the pages below it. */
  protected isWithin({ path }: Page): boolean {
    return this.path() === path || (path === '/admin' && this.path().startsWith(`${path}/`));
  }

  protected current(page: Page): 'page' | 'true' | null {
    if (this.path() === page.path) return 'page';
    return this.isWithin(page) ? 'true' : null;
  }
}
