import type { Role } from '@deskhand/shared';
import type { EntityManager } from 'typeorm';
import { IS_UNPROVED } from '../../auth/access/unconfirmed.js';
import { prepared } from '../../platform/database/preparing-client.js';
import type { ClaimedMail } from '../queue/mail-queue.js';

/** Whoever gets a mail, and how he reads. */
export interface Reader {
  readonly address: string;
  /** Null where the address is no person's. */
  readonly person: { readonly id: string; readonly name: string; readonly role: Role } | null;
  /** His own, or else the organisation's. */
  readonly language: string;
  readonly timeZone: string;
  readonly organisation: string;
}

interface Row {
  readonly id: string | null;
  readonly name: string | null;
  readonly role: Role | null;
  readonly language: string;
  readonly time_zone: string;
  readonly organisation_name: string;
}

/**
 * A person who was disabled meanwhile, or has another address, is not among them; nor is whoever registered with an address
 * and has not shown that it is his. `$1` is the recipient, `$2` the address.
 */
const READER = prepared(`
  SELECT u.id, u.name, u.role, coalesce(u.language, s.language) AS language, coalesce(u.time_zone, s.time_zone) AS time_zone,
    s.organisation_name
  FROM settings s LEFT JOIN users u ON u.id = $1::uuid AND u.disabled_at IS NULL AND u.email = $2
    AND NOT ${IS_UNPROVED}`);

/** Null for a person who is not to be told anything any more. */
export async function readReader(
  manager: EntityManager,
  { recipient_id, address }: Pick<ClaimedMail, 'recipient_id' | 'address'>,
): Promise<Reader | null> {
  const [row]: Row[] = await manager.query(READER, [recipient_id, address]);
  if (!row || (recipient_id !== null && row.id === null)) return null;
  const { id, name, role, language, time_zone: timeZone, organisation_name: organisation } = row;
  const person = id !== null && name !== null && role !== null ? { id, name, role } : null;
  return { address, person, language, timeZone, organisation };
}
