import type { Params } from '@angular/router';
import { QUEUE_VIEWS, linkTo } from '../platform/queue-views';
import type { Session } from '../platform/session';
import type { ShortcutId } from '../platform/shortcuts/shortcut-table';
import type { IconName } from '../ui/icons';

/** A page that one can go to from anywhere. */
export interface Page {
  readonly label: string;
  readonly icon: IconName;
  readonly path: string;
  readonly params: Params;
  readonly shortcut: ShortcutId | null;
}

const SHORTCUT_OF_VIEW: Readonly<Record<string, ShortcutId>> = {
  'my-open': 'page.my-open',
  unassigned: 'page.unassigned',
  all: 'page.queue',
};

/** Where whoever is signed in may go. */
export function pagesFor(session: Session): Page[] {
  const account: Page = {
    ...{ label: $localize`Account`, icon: 'account-circle', path: '/account', params: {}, shortcut: 'page.account' },
  };
  return [...(session.may('ticket.read-all') ? queuePages() : []), ...pagesBesidesQueue(session), account];
}

function queuePages(): Page[] {
  return QUEUE_VIEWS.map((view) => ({
    ...{ label: $localize`Queue: ${view.label}:view:`, icon: 'inbox', path: '/queue', params: linkTo(view) },
    shortcut: SHORTCUT_OF_VIEW[view.id] ?? null,
  }));
}

/** Those that stand in the frame of each page. */
export function pagesBesidesQueue(session: Session): Page[] {
  const pages: Page[] = [];
  const add = (label: string, icon: IconName, path: string, shortcut: ShortcutId | null): void => {
    pages.push({ label, icon, path, params: {}, shortcut });
  };
  if (session.may('report.read')) add($localize`Reports`, 'chart', '/reports', 'page.reports');
  if (session.may('snippet.keep')) add($localize`Snippets`, 'text-snippet', '/snippets', null);
  if (session.may('people.list')) add($localize`People`, 'group', '/people', 'page.people');
  if (session.may('ticket.restore')) add($localize`Bin`, 'delete', '/bin', 'page.bin');
  if (session.may('settings.manage')) add($localize`Settings`, 'settings', '/admin', 'page.settings');
  add(session.isStaff() ? $localize`Filed by me` : $localize`My tickets`, 'ticket', '/tickets', 'page.filed');
  return pages;
}
