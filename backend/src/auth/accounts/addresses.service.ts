import { Injectable } from '@nestjs/common';
import { DataSource, QueryFailedError } from 'typeorm';
import { Conflict, InvalidBody } from '../../platform/problems.js';
import { type Transaction, UnitOfWork } from '../../platform/unit-of-work.js';
import { claimWaitingWatches } from '../../tickets/watchers/waiting-watches.js';
import { FOR_CHANGE } from '../../users/person-change.js';
import { User } from '../../users/user.entity.js';
import { type Actor, originOf } from '../access/access.js';
import {
  addressChanged,
  addressChangeRequested,
  addressChangeWithdrawn,
  confirmationRequested,
} from '../auth.events.js';
import { Accounts } from './accounts.service.js';
import { confirmAddress } from './confirm-address.js';
import { LinkBudgets } from './link-budgets.service.js';
import { invalidToken, type LiveToken, OneTimeTokens } from './one-time-tokens.service.js';
import { checkDomain } from './registration.js';

/** The mail addresses of accounts: confirming the present one, and changing to another. The links come by mail. */
@Injectable()
export class Addresses {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly accounts: Accounts,
    private readonly tokens: OneTimeTokens,
    private readonly budgets: LinkBudgets,
  ) {}

  /** Has the link to confirm the present address mailed again. @throws Conflict when confirmed, TooManyRequests */
  async requestConfirmation(actor: Actor): Promise<void> {
    const { email, emailConfirmedAt } = await this.dataSource.manager.findOneByOrFail(User, { id: actor.id });
    if (emailConfirmedAt) throw new Conflict('This mail address is confirmed already.');
    await this.budgets.spendOwn(actor.id, email);
    await this.unitOfWork.run(originOf(actor), (transaction) => transaction.record(confirmationRequested(actor.id)));
  }

  /**
   * Notes a new address, which takes effect once it is confirmed. The answer is the same whether or not it is somebody's.
   *
   * @throws InvalidBody for a wrong password, one's own address or a foreign domain, TooManyRequests
   */
  async requestChange(actor: Actor, from: string, { email, currentPassword }: NewAddress): Promise<void> {
    const person = await this.accounts.askPassword(actor, from, currentPassword);
    if (email === person.email) {
      const detail = 'This is your mail address already.';
      throw new InvalidBody({ pointer: '/email', code: 'same', detail });
    }
    await checkDomain(this.dataSource.manager, email);
    await this.budgets.spendOwn(actor.id, email);
    await this.unitOfWork.run(originOf(actor), async (transaction) => {
      await noteNewAddress(transaction, actor.id, email);
      await this.tokens.revoke(transaction, 'address', actor.id);
      await transaction.record(addressChangeRequested(actor.id));
    });
  }

  /** Gives up an address that waits for its confirmation, if there is one. */
  async withdrawChange(actor: Actor): Promise<void> {
    await this.unitOfWork.run(originOf(actor), async (transaction) => {
      const person = await lockOwner(transaction, actor.id);
      if (person.newEmail === null) return;
      await noteNewAddress(transaction, actor.id, null);
      await this.tokens.revoke(transaction, 'address', actor.id);
      await transaction.record(addressChangeWithdrawn(actor.id));
    });
  }

  /** Confirms an address by the token of its link, the present one or a new one. @throws Problem `invalid_token`, Conflict `email_taken` */
  async confirm(secret: string, requestId: string): Promise<string> {
    const token = await this.tokens.find(['confirmation', 'address'], secret);
    return this.unitOfWork.run({ actorId: token.owner.id, requestId }, async (transaction) => {
      const owner = await lockOwner(transaction, token.owner.id);
      await this.tokens.redeem(transaction, token.purpose, secret);
      if (token.purpose === 'address') return this.changeOver(transaction, owner, token);
      if (token.address !== owner.email) throw invalidToken();
      await this.tokens.revoke(transaction, 'confirmation', owner.id);
      await confirmAddress(transaction, owner);
      return owner.email;
    });
  }

  private async changeOver(transaction: Transaction, owner: User, { address }: LiveToken): Promise<string> {
    const { manager, now } = transaction;
    if (address === null || address !== owner.newEmail) throw invalidToken();
    // Told while both addresses are there to be told.
    await transaction.record(addressChanged(owner.id));
    const confirmed = { email: address, newEmail: null, emailConfirmedAt: now, updatedAt: now };
    await manager.update(User, { id: owner.id }, confirmed).catch(refuseTaken);
    // What was mailed to the old address opens nothing any more.
    for (const purpose of ['reset', 'confirmation', 'address'] as const) {
      await this.tokens.revoke(transaction, purpose, owner.id);
    }
    await claimWaitingWatches(transaction, owner.id, address);
    return address;
  }
}

const UNIQUE_VIOLATION = '23505';

function refuseTaken(error: unknown): never {
  const isTaken =
    error instanceof QueryFailedError && (error.driverError as { code?: string }).code === UNIQUE_VIOLATION;
  throw isTaken ? new Conflict('There is an account with this mail address already.', 'email_taken') : error;
}

interface NewAddress {
  readonly email: string;
  readonly currentPassword: string;
}

async function lockOwner({ manager }: Transaction, id: string): Promise<User> {
  return manager.findOneOrFail(User, { where: { id }, lock: FOR_CHANGE });
}

async function noteNewAddress({ manager, now }: Transaction, id: string, newEmail: string | null): Promise<void> {
  await manager.update(User, { id }, { newEmail, updatedAt: now });
}
