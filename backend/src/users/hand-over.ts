import type { EntityManager } from 'typeorm';
import type { Transaction } from '../platform/unit-of-work.js';
import { handOverOpenTickets } from '../tickets/work/handover.js';
import { checkAssignee } from '../tickets/work/references.js';
import { badAssignee, holdAssignee } from '../tickets/work/steps.js';

/** Whom an admin names to get the open tickets of somebody who stops working on them; without a name, nobody. */
export type Heir = string | null | undefined;

/** Before anything is changed. @throws InvalidBody at `/handOverTo` */
export async function checkHeir(manager: EntityManager, from: string, heir: Heir): Promise<void> {
  await checkAssignee(manager, heir, '/handOverTo');
  if (heir === from) throw badAssignee('Choose somebody else.', '/handOverTo');
}

/** Gives the open tickets to the heir, who is one still, or back to nobody. @throws InvalidBody */
export async function handOver(transaction: Transaction, from: string, heir: Heir): Promise<void> {
  if (heir) await holdAssignee(transaction.manager, heir, '/handOverTo');
  await handOverOpenTickets(transaction, from, heir ?? null);
}
