import type { EntityManager } from 'typeorm';
import type { Actor } from '../../auth/access/access.js';
import { InvalidBody } from '../../platform/problems.js';
import type { DomainEvent } from '../../platform/unit-of-work.js';
import { readInstallationSettings } from '../../settings/read-installation-settings.js';

/** Own uploads that are complete and belong to nothing yet; `$1` are their ids, `$2` is the uploader. */
const CLAIMABLE = `id = ANY ($1) AND uploader_id = $2 AND ticket_id IS NULL AND comment_id IS NULL
  AND stored_at IS NOT NULL AND discarded_at IS NULL`;

/** Where the files belong from now on. */
export interface Claim {
  readonly ticketId: string;
  /** Nothing for a ticket's description. */
  readonly commentId: string | null;
  readonly internal: boolean;
}

/** Before anything else is looked at, as the order of answers has it. @throws InvalidBody */
export async function checkUploads(manager: EntityManager, actor: Actor, ids: readonly string[] = []): Promise<void> {
  if (ids.length === 0) return;
  const { attachmentsPerComment } = await readInstallationSettings(manager);
  if (ids.length > attachmentsPerComment) {
    throw refusal('too_many', `Attach at most ${attachmentsPerComment} files.`);
  }
  const query = `SELECT count(*)::integer AS count FROM attachments WHERE ${CLAIMABLE}`;
  const rows: { count: number }[] = await manager.query(query, [ids, actor.id]);
  if (rows[0]?.count !== ids.length) throw unknown();
}

/**
 * Gives uploads to a ticket or a comment, in the transaction that writes it. Two claims of one file at the same time wait
 * for each other, and the second finds nothing.
 *
 * @returns what the trail says of it
 * @throws InvalidBody unless each of them is there for this person
 */
export async function claimUploads(
  manager: EntityManager,
  actor: Actor,
  ids: readonly string[],
  { ticketId, commentId, internal }: Claim,
): Promise<DomainEvent[]> {
  if (ids.length === 0) return [];
  const query = `UPDATE attachments SET ticket_id = $3, comment_id = $4 WHERE ${CLAIMABLE}`;
  const [, count]: [unknown, number] = await manager.query(query, [ids, actor.id, ticketId, commentId]);
  if (count !== ids.length) throw unknown();
  return ids.map((attachmentId) => ({
    kind: 'attachment.added',
    subject: { type: 'ticket', id: ticketId },
    public: !internal,
    payload: { attachmentId, commentId },
  }));
}

/** The same for files of others, used ones and none: nobody learns which it is. */
function unknown(): InvalidBody {
  return refusal('unknown', 'Some of these files are not there any more. Upload them again.');
}

function refusal(code: string, detail: string): InvalidBody {
  return new InvalidBody({ pointer: '/attachmentIds', code, detail });
}
