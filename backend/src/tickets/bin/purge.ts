import type { Transaction } from '../../platform/unit-of-work.js';
import { discardAttachmentsOf } from '../attachments/discard.js';
import { forgetWordsOf } from '../search/forget-words.js';
import { ticketPurged } from '../ticket/ticket.events.js';

/**
 * Removes tickets for good, with their comments, watchers, earlier texts and remembered answers; the entries of the trail
 * stay, which hold none of it. Their attachments are discarded, and their files removed by the next sweep.
 *
 * @param ids of locked tickets in the bin
 */
export async function purgeTickets(transaction: Transaction, ids: readonly string[]): Promise<void> {
  const { manager } = transaction;
  await discardAttachmentsOf(transaction, { ticketIds: ids });
  await forgetWordsOf(manager, ids);
  await manager.query('DELETE FROM text_versions WHERE subject_id = ANY ($1)', [ids]);
  const [purged]: [{ id: string; number: string }[], number] = await manager.query(
    'DELETE FROM tickets WHERE id = ANY ($1) RETURNING id, number',
    [ids],
  );
  await transaction.record(...purged.map(({ id, number }) => ticketPurged(id, Number(number))));
}
