import { inject, Service, type Signal, signal, type WritableSignal } from '@angular/core';
import { Session } from '../../platform/session';

const PREFIX = 'deskhand-draft';

/** A text that somebody began to write, kept in this browser from the first letter until it is sent or discarded. */
export class Draft {
  private readonly kept: WritableSignal<string>;
  readonly text: Signal<string>;
  private sending: Sending | null = null;

  constructor(private readonly key: string) {
    // Made with its value: a draft is asked for within computations, which must not write to a signal.
    this.kept = signal(readStorage(this.key));
    this.text = this.kept.asReadonly();
  }

  /** Written at once: whoever reloads in the next moment finds every letter. */
  write(text: string): void {
    this.kept.set(text);
    writeStorage(this.key, text);
  }

  clear(): void {
    this.write('');
    this.forgetSending();
  }

  /** The text has arrived. Whoever typed on while it was under way keeps what came after. */
  sent(text: string): void {
    if (this.text() === text) this.clear();
    else this.forgetSending();
  }

  /**
   * The `Idempotency-Key` under which this body is sent: the same one until it has arrived, so that a second try after a
   * lost answer, also after a reload, makes nothing twice. Another body is another thing and gets a key of its own.
   */
  keyFor(body: object): string {
    const sending = JSON.stringify(body);
    const former = this.sending ?? sendingFrom(readStorage(this.sendingKey));
    this.sending = former?.body === sending ? former : { body: sending, key: newKey() };
    writeStorage(this.sendingKey, JSON.stringify(this.sending));
    return this.sending.key;
  }

  private get sendingKey(): string {
    return `${this.key}:sending`;
  }

  private forgetSending(): void {
    this.sending = null;
    writeStorage(this.sendingKey, '');
  }
}

/** What is under way, and its key. */
interface Sending {
  readonly body: string;
  readonly key: string;
}

function sendingFrom(stored: string): Sending | null {
  try {
    const sending: unknown = JSON.parse(stored);
    if (typeof sending !== 'object' || sending === null || !('body' in sending) || !('key' in sending)) return null;
    const { body, key } = sending;
    return typeof body === 'string' && typeof key === 'string' ? { body, key } : null;
  } catch {
    return null;
  }
}

/** 128 random bits; `randomUUID` is missing where the page comes without TLS. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function readStorage(key: string): string {
  try {
    return localStorage.getItem(key) ?? '';
  } catch {
    return '';
  }
}

/** Where storage is full or switched off, it lasts as long as the page. */
function writeStorage(key: string, value: string): void {
  try {
    if (value === '') localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {
    // Kept in memory all the same.
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
