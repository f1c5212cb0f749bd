import { Injectable } from '@nestjs/common';
import { type Transaction, UnitOfWork } from '../../platform/unit-of-work.js';
import { FOR_CHANGE } from '../../users/person-change.js';
import { User } from '../../users/user.entity.js';
import { insertPerson } from '../../users/insert-person.js';
import { personRegistered, registrationRepeated } from '../auth.events.js';
import { Session } from '../sessions/session.entity.js';
import { inEqualTime } from './equal-time.js';
import { LinkBudgets } from './link-budgets.service.js';
import { OneTimeTokens } from './one-time-tokens.service.js';

interface Registration {
  readonly name: string;
  readonly email: string;
  readonly language: string | null;
  readonly passwordHash: string;
}

/**
 * Registering where nothing may be done before the address is confirmed: everything else is told by mail, so that neither
 * answer nor duration tells whether the address has an account.
 */
@Injectable()
export class QuietRegistration {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly budgets: LinkBudgets,
    private readonly tokens: OneTimeTokens,
  ) {}

  /** @throws TooManyRequests for a network address that asks too often */
  async register(registration: Registration, { ip, requestId }: { ip: string; requestId: string }): Promise<void> {
    await this.budgets.spendNetwork(ip);
    await inEqualTime(async () => {
      if (!(await this.budgets.hasRoomFor(registration.email))) return;
      await this.unitOfWork.run({ actorId: null, requestId }, async (transaction) => {
        const person = { ...registration, role: 'employee', emailConfirmedAt: null } as const;
        const id = await insertPerson(transaction, person);
        await (id ? transaction.record(personRegistered(id)) : this.repeat(transaction, registration));
      });
    });
  }

  /** The owner is told. Of an account that nobody confirmed or ever used, the newest registration counts, and its link alone. */
  private async repeat(transaction: Transaction, { email, ...own }: Registration): Promise<void> {
    const { manager, now } = transaction;
    const { id, ...person } = await manager.findOneOrFail(User, { where: { email }, lock: FOR_CHANGE });
    if (person.disabledAt) return;
    const isUnused = person.passwordHash !== null && person.emailConfirmedAt === null;
    if (isUnused && !(await manager.existsBy(Session, { userId: id }))) {
      await manager.update(User, { id }, { ...own, updatedAt: now });
      await this.tokens.revoke(transaction, 'confirmation', id);
    }
    await transaction.record(registrationRepeated(id));
  }
}
