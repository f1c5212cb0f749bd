import { ApplicationRef, DestroyRef, DOCUMENT, inject, Service, untracked } from '@angular/core';
import { Preferences } from '../preferences';
import { keysOf, takesKeys } from './keys';
import { isPlain, SHORTCUT_IDS, type ShortcutId, shortcutOf } from './shortcut-table';

export interface ShortcutAction {
  run(): void;
  /** Whether it can be done now; where it is not said, it can. */
  isPossible?(): boolean;
}

export type ShortcutActions = Partial<Record<ShortcutId, ShortcutAction | (() => void)>>;

interface Bound {
  readonly id: ShortcutId;
  readonly action: ShortcutAction;
}

/** So long the second key of two is waited for. */
const SEQUENCE_MS = 1500;
/** What keeps the keys to itself while it is open; a dialog that fades out does no more. */
const MODAL = 'dialog[open], mat-dialog-container:not(.mdc-dialog--closing)';
/** Where letters choose among what is offered. */
const OFFERS = '[role=menu], [role=listbox]';
const NOTHING_BEGUN = { keys: '', at: 0 };

/** Hears every key that means the same wherever the focus is, and knows what can be done now. */
@Service()
export class Shortcuts {
  private readonly document = inject(DOCUMENT);
  private readonly app = inject(ApplicationRef);
  private bound: readonly Bound[] = [];
  /** The first of two keys. */
  private begun = NOTHING_BEGUN;

  /** Whether plain keys do something. */
  readonly areOn = inject(Preferences).shortcuts;

  constructor() {
    const hear = (event: KeyboardEvent): void => {
      this.hear(event);
    };
    this.document.addEventListener('keydown', hear);
    inject(DestroyRef).onDestroy(() => {
      this.document.removeEventListener('keydown', hear);
    });
  }

  bind(actions: readonly Bound[]): () => void {
    this.bound = [...this.bound, ...actions];
    return () => {
      this.bound = this.bound.filter((one) => !actions.includes(one));
    };
  }

  /** What can be done now, in the order of the table. */
  possible(): ShortcutId[] {
    return untracked(() => SHORTCUT_IDS.filter((id) => this.actionOf(id) !== undefined));
  }

  /** Does it if it can be done now. */
  run(id: ShortcutId): void {
    untracked(() => this.actionOf(id)?.run());
  }

  private hear(event: KeyboardEvent): void {
    const keys = event.defaultPrevented ? null : keysOf(event);
    if (keys === null || /^(Shift|Control|Meta|CapsLock)$/.test(keys)) return;
    const sequence = this.sequenceWith(keys, event.timeStamp);
    const meant = this.meantBy(event);
    const id = meant.find((one) => shortcutOf(one).keys === sequence);
    const begins = id === undefined && meant.some((one) => shortcutOf(one).keys.startsWith(`${sequence} `));
    this.begun = begins ? { keys: sequence, at: event.timeStamp } : NOTHING_BEGUN;
    if (id === undefined || this.isElsewhere(event.target)) return;
    event.preventDefault();
    this.run(id);
    // A menu that it opened has the focus before the next key is heard, which would be taken for a shortcut else.
    this.app.tick();
  }

  /** What is pressed, after what was pressed a moment ago: then it is the second of two keys and nothing else. */
  private sequenceWith(keys: string, at: number): string {
    return this.begun.keys !== '' && at - this.begun.at < SEQUENCE_MS ? `${this.begun.keys} ${keys}` : keys;
  }

  /** What can be done now and may be meant by a key that is pressed there. */
  private meantBy({ target, repeat }: KeyboardEvent): ShortcutId[] {
    const isWriting = takesKeys(target);
    return this.possible().filter((id) => {
      const facts = shortcutOf(id);
      if ((repeat && !facts.repeats) || (isWriting && !facts.evenInFields)) return false;
      return this.areOn() || !isPlain(facts);
    });
  }

  private isElsewhere(target: EventTarget | null): boolean {
    const isInOffers = target instanceof Element && target.closest(OFFERS) !== null;
    return isInOffers || this.document.querySelector(MODAL) !== null;
  }

  /** Of several that bound the same, the latest that can do it. */
  private actionOf(id: ShortcutId): ShortcutAction | undefined {
    return this.bound.findLast((one) => one.id === id && (one.action.isPossible?.() ?? true))?.action;
  }
}

/** Does something upon keys of the table, for as long as whoever calls it is there. Must run where `inject` may. */
export function onShortcuts(actions: ShortcutActions): void {
  const entries = SHORTCUT_IDS.flatMap((id) => {
    const action = actions[id];
    if (!action) return [];
    return [{ id, action: typeof action === 'function' ? { run: action } : action }];
  });
  inject(DestroyRef).onDestroy(inject(Shortcuts).bind(entries));
}
