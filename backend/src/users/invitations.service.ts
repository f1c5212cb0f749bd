import { Injectable } from '@nestjs/common';
import type { Role } from '@deskhand/shared';
import { profileChanged } from '../auth/auth.events.js';
import { type Actor, originOf } from '../auth/access/access.js';
import { OneTimeTokens } from '../auth/accounts/one-time-tokens.service.js';
import { Settings } from '../platform/config/settings.js';
import { Conflict } from '../platform/problems.js';
import { type Transaction, UnitOfWork } from '../platform/unit-of-work.js';
import { handOverOpenTickets } from '../tickets/work/handover.js';
import { insertPerson } from './insert-person.js';
import type { InvitationDto, InviteDto } from './invitation.dto.js';
import { PeopleSearch } from './people-search.js';
import { personInvited } from './people.events.js';
import { changeRole, FOR_CHANGE } from './person-change.js';
import { User } from './user.entity.js';

/** Accounts that wait for their owners, and the links that hand them over. */
@Injectable()
export class Invitations {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly tokens: OneTimeTokens,
    private readonly search: PeopleSearch,
    private readonly settings: Settings,
  ) {}

  /** Makes an account without a password, or takes the one that is there, and a link to it. @throws Conflict `email_taken` */
  async invite(actor: Actor, invitation: InviteDto): Promise<InvitationDto> {
    const made = await this.unitOfWork.run(originOf(actor), async (transaction) => {
      const { id, role } = await waitingAccount(transaction, invitation);
      await this.tokens.revoke(transaction, 'invitation', id);
      const { secret, expiresAt } = await this.tokens.issue(transaction, { purpose: 'invitation', userId: id });
      await transaction.record(personInvited(id, role));
      return { id, url: `${this.settings.publicUrl}/accept-invitation#token=${secret}`, expiresAt };
    });
    const { id, url, expiresAt } = made;
    return { person: await this.search.one(id), url, expiresAt: expiresAt.toISOString() };
  }
}

interface WaitingAccount {
  readonly id: string;
  readonly role: Role;
}

async function waitingAccount(transaction: Transaction, { email, name, role }: InviteDto): Promise<WaitingAccount> {
  const added = await insertPerson(transaction, {
    email,
    name: name ?? localPart(email),
    role: role ?? 'employee',
    passwordHash: null,
    emailConfirmedAt: null,
  });
  if (added) return { id: added, role: role ?? 'employee' };
  const person = await transaction.manager.findOneOrFail(User, { where: { email }, lock: FOR_CHANGE });
  if (person.passwordHash) throw new Conflict('Somebody signs in with this mail address already.', 'email_taken');
  if (person.disabledAt) throw new Conflict('This account is disabled. Enable it first.');
  await correct(transaction, person, { name, role });
  return { id: person.id, role: role ?? person.role };
}

/** What the newer invitation says of somebody counts. */
async function correct(
  transaction: Transaction,
  person: User,
  { name, role }: Pick<InviteDto, 'name' | 'role'>,
): Promise<void> {
  const { manager, now } = transaction;
  if (name !== undefined && name !== person.name) {
    await manager.update(User, { id: person.id }, { name, updatedAt: now });
    await transaction.record(profileChanged(person.id, ['name']));
  }
  if (role !== undefined && role !== person.role) {
    await changeRole(transaction, person, role);
    if (role === 'employee') await handOverOpenTickets(transaction, person.id, null);
  }
}

function localPart(email: string): string {
  return email.slice(0, email.lastIndexOf('@'));
}
