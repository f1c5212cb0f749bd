/** Where a key works, which is also under what it is listed. */
export const SHORTCUT_PLACES = ['everywhere', 'pages', 'list', 'ticket'] as const;
export type ShortcutPlace = (typeof SHORTCUT_PLACES)[number];

export interface ShortcutFacts {
  readonly place: ShortcutPlace;
  /** As `keysOf` names them; those that are pressed one after the other stand apart, as `g q`. `Mod` is Ctrl or ⌘. */
  readonly keys: string;
  readonly words: string;
  /** Pressing on goes on. */
  readonly repeats?: true;
  /** It means the same to whoever is writing, and is no single letter that he could want to write. */
  readonly evenInFields?: true;
}

function everywhere(keys: string, words: string, more: Partial<ShortcutFacts> = {}): ShortcutFacts {
  return { place: 'everywhere', keys, words, ...more };
}

function page(keys: string, words: string): ShortcutFacts {
  return { place: 'pages', keys, words };
}

function list(keys: string, words: string, more: Partial<ShortcutFacts> = {}): ShortcutFacts {
  return { place: 'list', keys, words, ...more };
}

function ticket(keys: string, words: string, more: Partial<ShortcutFacts> = {}): ShortcutFacts {
  return { place: 'ticket', keys, words, ...more };
}

/** Every key that does something wherever the focus is. Who can do it says so with `onShortcuts`. */
export const SHORTCUTS = {
  palette: everywhere('Mod+k', $localize`Find anything and do anything`, { evenInFields: true }),
  search: everywhere('/', $localize`Search tickets`),
  'new-ticket': everywhere('c', $localize`New ticket`),
  undo: everywhere('Mod+z', $localize`Undo what was just done`),
  shortcuts: everywhere('?', $localize`Show the keyboard shortcuts`),

  'page.queue': page('g q', $localize`Go to the queue`),
  'page.my-open': page('g m', $localize`Go to my open tickets`),
  'page.unassigned': page('g u', $localize`Go to the tickets that nobody has`),
  'page.filed': page('g f', $localize`Go to the tickets that I filed`),
  'page.reports': page('g r', $localize`Go to the reports`),
  'page.people': page('g p', $localize`Go to people`),
  'page.bin': page('g b', $localize`Go to the bin`),
  'page.settings': page('g s', $localize`Go to the settings`),
  'page.account': page('g a', $localize`Go to my account`),

  'list.next': list('j', $localize`Next ticket`, { repeats: true }),
  'list.previous': list('k', $localize`Previous ticket`, { repeats: true }),
  'list.open': list('o', $localize`Open the ticket`),
  'list.select': list('x', $localize`Select the ticket, or let it go`),
  'list.select-range': list('Shift+X', $localize`Select everything from the last one to this one`),
  'list.select-all': list('Mod+a', $localize`Select every ticket of the page`),
  'list.clear': list('Escape', $localize`Clear the selection`),
  'list.preview': list('v', $localize`Show or hide the ticket beside the list`),

  'ticket.assign': ticket('a', $localize`Assign`),
  'ticket.take': ticket('i', $localize`Take it`),
  'ticket.status': ticket('s', $localize`Change the status`),
  'ticket.priority': ticket('p', $localize`Change the priority`),
  'ticket.reply': ticket('r', $localize`Reply`),
  'ticket.note': ticket('n', $localize`Write an internal note`),
  'ticket.next': ticket('j', $localize`Later ticket of the list`, { repeats: true }),
  'ticket.previous': ticket('k', $localize`Earlier ticket of the list`, { repeats: true }),
  'ticket.back': ticket('u', $localize`Back to the list`),
} as const satisfies Record<string, ShortcutFacts>;

export type ShortcutId = keyof typeof SHORTCUTS;
export const SHORTCUT_IDS = Object.keys(SHORTCUTS) as ShortcutId[];

export function shortcutOf(id: ShortcutId): ShortcutFacts {
  return SHORTCUTS[id];
}

/** Whether it is made of plain keys, which somebody who dictates or has a cat may want to do nothing. */
export function isPlain({ keys }: ShortcutFacts): boolean {
  return !keys.startsWith('Mod+') && keys !== 'Escape';
}
