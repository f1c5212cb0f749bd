import type { ActorFacts, Verdict } from '@deskhand/shared';
import type { EntityManager } from 'typeorm';
import { Conflict, NotAllowed, OutOfDate, PreconditionRequired } from '../../platform/problems.js';
import { toTicket } from './ticket-row.js';
import { readTicketRow, type TicketState } from './ticket-visibility.js';

/** What is said to whoever may not, and where nobody may. */
export interface Refusals {
  readonly forbidden: string;
  readonly conflict: string;
}

/** Whether the caller's version is the present one; `*` stands for any. */
function names(ifMatch: string, version: number): boolean {
  return ifMatch.split(',').some((tag) => tag.trim() === '*' || tag.trim() === `"${version}"`);
}

/** Refuses what the rules refuse. @throws NotAllowed, Conflict */
export function admit(verdict: Verdict, refusals: Refusals): void {
  if (verdict === 'forbidden') throw new NotAllowed(refusals.forbidden);
  if (verdict === 'conflict') throw new Conflict(refusals.conflict);
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
  { verdict, ...refusals }: Refusals & { readonly verdict: Verdict },
): Promise<void> {
  if (verdict === 'forbidden') admit(verdict, refusals);
  if (ifMatch === undefined) throw new PreconditionRequired();
  if (!names(ifMatch, ticket.version)) {
    throw new OutOfDate(toTicket(await readTicketRow(manager, actor, ticket.id), actor));
  }
  admit(verdict, refusals);
}
