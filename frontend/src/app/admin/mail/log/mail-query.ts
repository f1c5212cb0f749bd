import type { Params } from '@angular/router';
import { MAIL_KINDS, MAIL_STATES, type MailKind, type MailState } from '@deskhand/shared';

export type MailQuery = Readonly<Record<string, string>>;

const FILTERS = ['state', 'kind', 'address', 'ticket', 'from', 'to', 'stuck'] as const;
export type MailFilter = (typeof FILTERS)[number];

/** Mails on a page. */
const ROWS = 50;

/** What the API is asked for: of an address, which may carry anything, what is known. */
export function mailQueryFrom(params: Params): MailQuery {
  const named = ([...FILTERS, 'cursor'] as const).flatMap((key) => {
    const value = textIn(params, key);
    return value === '' ? [] : [[key, value] as const];
  });
  return { ...Object.fromEntries(named), limit: String(ROWS), total: 'true' };
}

export function textIn(params: Params, key: MailFilter | 'cursor'): string {
  const value: unknown = params[key];
  return typeof value === 'string' ? value.trim() : '';
}

export function statesIn(params: Params): MailState[] {
  const named = textIn(params, 'state').split(',');
  return MAIL_STATES.filter((state) => named.includes(state));
}

export function kindsIn(params: Params): MailKind[] {
  const named = textIn(params, 'kind').split(',');
  return MAIL_KINDS.filter((kind) => named.includes(kind));
}

/** With or without it; null where nothing is left. */
export function toggledIn(chosen: readonly string[], value: string): string | null {
  const others = chosen.filter((one) => one !== value);
  return (others.length < chosen.length ? others : [...chosen, value]).join(',') || null;
}
