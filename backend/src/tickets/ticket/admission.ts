import type { ActorFacts, Verdict } from '@deskhand/shared';
import type { EntityManager } from 'typeorm';
import { Conflict, NotAllowed, OutOfDate, PreconditionRequired } from '../../platform/problems.js';
import { toTicket } from './ticket-row.js';
import { readTicketRow, type TicketState } from './ticket-visibility.js';

/** What the rules say to something, and what is said to whoever may not, and where nobody may. */
export interface Ruling {
  readonly verdict: Verdict;
  readonly forbidden: string;
  readonly conflict: string;
}

/** Whether the caller's version is the present one; `*` stands for any. */
function names(ifMatch: string, version: number): boolean {
  return ifMatch.split(',').some((tag) => tag.trim() === '*' || tag.trim() === `"${version}"`);
}

/** Refuses what the rules refuse. @throws NotAllowed, Conflict */
export function admit(...rulings: readonly Ruling[]): void {
  refuseForbidden(rulings);
  const conflict = rulings.find(({ verdict }) => verdict === 'conflict');
  if (conflict) throw new Conflict(conflict.conflict);
}

function refuseForbidden(rulings: readonly Ruling[]): void {
  const forbidden = rulings.find(({ verdict }) => verdict === 'forbidden');
  if (forbidden) throw new NotAllowed(forbidden.forbidden);
}

/**
 * The same for changes that name the version they are made on, in the order of the contract: who may not, hears that
 * first; then the version is looked at; then the state.
 *
 * @throws NotAllowed, PreconditionRequired, OutOfDate with the present ticket, Conflict
 */
export async function admitVersion(
  manager: EntityManager,
  actor: ActorFacts,
  ticket: TicketState,
  ifMatch: string | undefined,
  rulings: readonly Ruling[],
): Promise<void> {
  refuseForbidden(rulings);
  if (ifMatch === undefined) throw new PreconditionRequired();
  if (!names(ifMatch, ticket.version)) {
    throw new OutOfDate(toTicket(await readTicketRow(manager, actor, ticket.id), actor));
  }
  admit(...rulings);
}
