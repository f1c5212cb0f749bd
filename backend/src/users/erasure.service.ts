import { Injectable } from '@nestjs/common';
import { forgetAccount } from '../auth/accounts/forget-account.js';
import { type Actor, originOf } from '../auth/access/access.js';
import { endSessions } from '../auth/sessions/sessions.service.js';
import { type Transaction, UnitOfWork } from '../platform/unit-of-work.js';
import { forgetPerson } from '../tickets/erasure/forget-person.js';
import { checkHeir, handOver, type Heir } from './hand-over.js';
import { personErased } from './people.events.js';
import { lockAsAdmin } from './person-change.js';
import { User } from './user.entity.js';

/** What stands where the name stood. */
const ERASED_NAME = 'Erased person';

/** Erasing people: what they did stays, who they were goes. */
@Injectable()
export class Erasure {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * Takes name, address and everything of the kind out of every place where they are kept; tickets, comments and the trail
   * stay, and say "Erased person" from now on; open ones go to the heir. Whoever is erased already stays so.
   *
   * @throws NotFound, Conflict `last_admin`, InvalidBody for an heir who cannot be one
   */
  async erase(actor: Actor, id: string, heir: Heir): Promise<void> {
    await this.unitOfWork.run(originOf(actor), async (transaction) => {
      await checkHeir(transaction.manager, id, heir);
      const person = await lockAsAdmin(transaction.manager, actor, id, { losesAdmin: true });
      if (person.erasedAt) return;
      // Told while everything is there: whoever keeps copies of name and address, such as mails, finds them by these.
      await transaction.record(personErased(id));
      await handOver(transaction, id, heir);
      await endSessions(transaction, id, 'erased');
      await forgetPerson(transaction, person, { name: ERASED_NAME, email: addressOfNobody(id) });
      await forgetAccount(transaction, person);
      await forgetRow(transaction, id);
    });
  }
}

async function forgetRow({ manager, now }: Transaction, id: string): Promise<void> {
  const nothing = { newEmail: null, phone: null, place: null, language: null, timeZone: null };
  const shut = { passwordHash: null, emailConfirmedAt: null, disabledAt: now, erasedAt: now, updatedAt: now };
  const nobody = { name: ERASED_NAME, email: addressOfNobody(id), role: 'employee' } as const;
  await manager.update(User, { id }, { ...nothing, ...shut, ...nobody });
}

/** Under a name that can never be anybody's (RFC 2606). */
function addressOfNobody(id: string): string {
  return `erased-${id}@erased.invalid`;
}
