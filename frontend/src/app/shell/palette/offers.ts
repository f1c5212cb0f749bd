import type { Params } from '@angular/router';
import { foldWord } from '@deskhand/shared';
import { type ShortcutId, shortcutOf } from '../../platform/shortcuts/shortcut-table';
import type { IconName } from '../../ui/icons';
import type { Page } from '../pages';

/** Something that the palette can do or go to. */
export interface Offer {
  readonly id: string;
  readonly icon: IconName;
  readonly label: string;
  /** What stands behind it, quietly. */
  readonly aside?: string;
  /** Its keys, as the table of the shortcuts names them. */
  readonly keys?: string;
  readonly does: { readonly shortcut: ShortcutId } | { readonly path: readonly string[]; readonly params: Params };
}

export interface OfferGroup {
  readonly heading: string;
  readonly offers: readonly Offer[];
}

/** Those that move along, one has under the finger; pages stand for themselves. */
const NOT_OFFERED: readonly ShortcutId[] = [
  'palette',
  'search',
  'list.next',
  'list.previous',
  'list.select-range',
  'ticket.next',
  'ticket.previous',
];

const ICONS: Partial<Readonly<Record<ShortcutId, IconName>>> = {
  'new-ticket': 'add',
  undo: 'replay',
  shortcuts: 'keyboard',
  'list.select': 'checklist',
  'list.select-all': 'checklist',
  'ticket.assign': 'person',
  'ticket.take': 'raised-hand',
  'ticket.status': 'sync',
  'ticket.priority': 'flag',
  'ticket.reply': 'reply',
  'ticket.note': 'lock',
  'ticket.back': 'arrow-back',
};

/** What can be done now: with the ticket first, then with the list, then what is everywhere. */
export function actionOffers(possible: readonly ShortcutId[]): Offer[] {
  const ranks = ['ticket', 'list', 'everywhere'];
  return possible
    .filter((id) => !NOT_OFFERED.includes(id) && shortcutOf(id).place !== 'pages')
    .sort((one, other) => ranks.indexOf(shortcutOf(one).place) - ranks.indexOf(shortcutOf(other).place))
    .map((id) => {
      const { words, keys } = shortcutOf(id);
      return { id, icon: ICONS[id] ?? 'chevron-right', label: words, keys, does: { shortcut: id } };
    });
}

export function pageOffers(pages: readonly Page[]): Offer[] {
  return pages.map(({ label, icon, path, params, shortcut }) => ({
    ...{ id: `${path} ${JSON.stringify(params)}`, icon, label, does: { path: [path], params } },
    ...(shortcut ? { keys: shortcutOf(shortcut).keys } : {}),
  }));
}

/** Those in whose words every word that is typed occurs, as a beginning; case and accents aside. */
export function offersFor(offers: readonly Offer[], typed: string): Offer[] {
  const wanted = wordsOf(typed);
  return offers.filter(({ label }) => {
    const words = wordsOf(label);
    return wanted.every((beginning) => words.some((word) => word.startsWith(beginning)));
  });
}

function wordsOf(text: string): string[] {
  return foldWord(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}
