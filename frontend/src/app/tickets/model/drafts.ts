import { inject, Service, type Signal, signal, type WritableSignal } from '@angular/core';
import { Session } from '../../platform/session';

const PREFIX = 'deskhand-draft';

/** A text that somebody began to write, kept in this browser from the first letter until it is sent or discarded. */
export class Draft {
  private readonly kept: WritableSignal<string>;
  readonly text: Signal<string>;

  constructor(private readonly key: string) {
    // Made with its value: a draft is asked for within computations, which must not write to a signal.
    this.kept = signal(this.stored());
    this.text = this.kept.asReadonly();
  }

  /** Written at once: whoever reloads in the next moment finds every letter. */
  write(text: string): void {
    this.kept.set(text);
    try {
      if (text === '') localStorage.removeItem(this.key);
      else localStorage.setItem(this.key, text);
    } catch {
      // Storage is full or switched off: the text lasts as long as the page.
    }
  }

  clear(): void {
    this.write('');
  }

  private stored(): string {
    try {
      return localStorage.getItem(this.key) ?? '';
    } catch {
      return '';
    }
  }
}

/** The drafts of whoever is signed in: colleagues who share a computer do not find each other's words. */
@Service()
export class Drafts {
  private readonly session = inject(Session);
  private readonly opened = new Map<string, Draft>();

  /** The same draft wherever it is asked for, so that two places that write it see each other's letters. */
  of(name: string): Draft {
    const key = `${PREFIX}:${this.session.me()?.id ?? 'nobody'}:${name}`;
    const known = this.opened.get(key);
    if (known) return known;
    const draft = new Draft(key);
    this.opened.set(key, draft);
    return draft;
  }
}
