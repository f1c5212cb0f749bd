import type { Params } from '@angular/router';
import { MAIL_KINDS, MAIL_STATES, type MailKind, type MailState } from '@deskhand/shared';
import { textsIn, wordsIn } from '../../../platform/query-params';

export type MailQuery = Readonly<Record<string, string>>;

const FILTERS = ['state', 'kind', 'address', 'ticket', 'from', 'to', 'stuck'] as const;

/** Mails on a page. */
const ROWS = 50;

/** What the API is asked for: of an address, which may carry anything, what is known. */
export function mailQueryFrom(params: Params): MailQuery {
  return { ...textsIn(params, [...FILTERS, 'cursor']), limit: String(ROWS), total: 'true' };
}

export function statesIn(params: Params): MailState[] {
  return wordsIn(params, 'state', MAIL_STATES);
}

export function kindsIn(params: Params): MailKind[] {
  return wordsIn(params, 'kind', MAIL_KINDS);
}
