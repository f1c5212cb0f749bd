import type { Transaction } from '../../platform/unit-of-work.js';

type DiscardedWith = { readonly ticketIds: readonly string[] } | { readonly commentId: string };

/**
 * Gives up the attachments of purged tickets or of a redacted comment: nobody can reach them any more, their names are
 * gone, and the next sweep removes their files. Ask for it (`ATTACHMENT_SWEEP`) after the commit.
 */
export async function discardAttachmentsOf({ manager, now }: Transaction, of: DiscardedWith): Promise<void> {
  const [where, value] = 'commentId' in of ? ['comment_id = $2', of.commentId] : ['ticket_id = ANY ($2)', of.ticketIds];
  await manager.query(
    `UPDATE attachments SET discarded_at = $1, name = 'discarded', ticket_id = NULL, comment_id = NULL WHERE ${where}`,
    [now, value],
  );
}
