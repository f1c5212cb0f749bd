import type { EntityManager } from 'typeorm';
import { IS_UNPROVED } from '../../../auth/access/unconfirmed.js';

/** Whose account a mail is about, and how he reads. */
export interface AccountPerson {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly newEmail: string | null;
  readonly isConfirmed: boolean;
  /** Whether he registered with the address and has not shown that it is his. */
  readonly isUnproved: boolean;
  /** Whether he chose one yet: else he was invited, or came with imported tickets. */
  readonly hasPassword: boolean;
  readonly isDisabled: boolean;
  /** Whether the new address is that of another account. */
  readonly isNewEmailTaken: boolean;
  /** Whether he has not switched off to be told of sign-ins on new devices. */
  readonly wantsDeviceNews: boolean;
  /** His own, or else the organisation's. */
  readonly language: string;
  readonly timeZone: string;
  readonly organisation: string;
}

const PERSON = `SELECT u.id, u.name, u.email, u.new_email AS "newEmail", u.email_confirmed_at IS NOT NULL AS "isConfirmed",
    ${IS_UNPROVED} AS "isUnproved",
    u.password_hash IS NOT NULL AS "hasPassword", u.disabled_at IS NOT NULL AS "isDisabled",
    EXISTS (SELECT FROM users o WHERE o.email = u.new_email) AS "isNewEmailTaken",
    coalesce((SELECT p.wanted FROM mail_preferences p WHERE p.user_id = u.id AND p.choice = 'new_device'), true)
      AS "wantsDeviceNews",
    coalesce(u.language, s.language) AS language, coalesce(u.time_zone, s.time_zone) AS "timeZone",
    s.organisation_name AS organisation
  FROM users u CROSS JOIN settings s WHERE u.id = $1`;

export async function readAccountPerson(manager: EntityManager, id: string): Promise<AccountPerson | undefined> {
  const people: AccountPerson[] = await manager.query(PERSON, [id]);
  return people[0];
}
