import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Conflict, InvalidBody } from '../../platform/problems.js';
import { type Transaction, UnitOfWork } from '../../platform/unit-of-work.js';
import { insertPerson, type NewPerson } from '../../users/insert-person.js';
import { User } from '../../users/user.entity.js';
import { type Actor, originOf } from '../access/access.js';
import { passwordChanged, personRegistered } from '../auth.events.js';
import { confirmAddress } from './confirm-address.js';
import { OneTimeTokens } from './one-time-tokens.service.js';
import { faultOfPassword, Passwords } from './passwords.js';
import { type Attempt, SignInBudgets } from '../sign-in/sign-in-budgets.service.js';
import { endSessions } from '../sessions/sessions.service.js';

export interface NewAccount {
  readonly name: string;
  readonly email: string;
  readonly password: string;
  /** Of the page on which the account is made. */
  readonly language?: string | undefined;
}

/** Accounts and their passwords: making, changing, resetting. */
@Injectable()
export class Accounts {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly passwords: Passwords,
    private readonly tokens: OneTimeTokens,
    private readonly budgets: SignInBudgets,
  ) {}

  /** Checks and hashes a new password, before any transaction, for it takes long. @throws InvalidBody */
  async hashNew(password: string, owner: { name: string; email: string }, pointer = '/password'): Promise<string> {
    const fault = faultOfPassword(password, owner, pointer);
    if (fault) throw new InvalidBody(fault);
    return this.passwords.hash(password);
  }

  /** Adds a person. @throws Conflict `email_taken` */
  async add(transaction: Transaction, person: NewPerson): Promise<string> {
    const id = await insertPerson(transaction, person);
    if (!id) throw await emailTaken(transaction, person.email);
    await transaction.record(personRegistered(id));
    return id;
  }

  /**
   * Asks the actor for the present password, and gives who he is. A wrong one counts like a failed sign-in.
   *
   * @throws InvalidBody at `/currentPassword`, TooManyRequests
   */
  async askPassword(actor: Actor, from: Attempt['address'], current: string): Promise<User> {
    const person = await this.dataSource.manager.findOneByOrFail(User, { id: actor.id });
    const attempt = { email: person.email, address: from, userId: person.id, knownDevice: null };
    const verdict = await this.budgets.spend(attempt, async () =>
      (await this.passwords.fits(current, person.passwordHash)) ? 'right' : 'wrong',
    );
    if (verdict !== 'right')
      throw new InvalidBody({
        pointer: '/currentPassword',
        code: 'wrong',
        detail: 'This is not your present password.',
      });
    return person;
  }

  /** Changes the actor's own password and ends his other sessions. */
  async changePassword(actor: Actor, from: Attempt['address'], current: string, next: string): Promise<void> {
    const person = await this.askPassword(actor, from, current);
    const passwordHash = await this.hashNew(next, person, '/newPassword');
    await this.unitOfWork.run(originOf(actor), async (transaction) => {
      await setPassword(transaction, actor.id, passwordHash);
      await transaction.record(passwordChanged(actor.id, 'owner'));
      await endSessions(transaction, actor.id, 'password_changed', { except: actor.sessionId });
    });
  }

  /** Sets a password by a reset link and ends all sessions; a link that was mailed proves the address too. @throws Problem `invalid_token` */
  async resetPassword(token: string, password: string, requestId: string): Promise<void> {
    // The link stays good while the password is refused: it is used up only together with a good one.
    const { owner, address } = await this.tokens.find(['reset'], token);
    const passwordHash = await this.hashNew(password, owner);
    await this.unitOfWork.run({ actorId: owner.id, requestId }, async (transaction) => {
      await this.tokens.redeem(transaction, 'reset', token);
      await this.tokens.revoke(transaction, 'reset', owner.id);
      await setPassword(transaction, owner.id, passwordHash);
      await transaction.record(passwordChanged(owner.id, 'reset_link'));
      await endSessions(transaction, owner.id, 'password_changed');
      if (address === owner.email && !owner.emailConfirmedAt) await confirmAddress(transaction, owner);
    });
  }
}

async function setPassword({ manager, now }: Transaction, userId: string, passwordHash: string): Promise<void> {
  await manager.update(User, { id: userId }, { passwordHash, updatedAt: now });
}

/** An address that somebody invited, or that came with imported tickets, is not to be had by whoever registers first. */
async function emailTaken({ manager }: Transaction, email: string): Promise<Conflict> {
  const { passwordHash } = await manager.findOneByOrFail(User, { email });
  const detail = passwordHash
    ? 'There is an account with this mail address already. Sign in instead.'
    : 'This mail address is kept for its owner. Ask an admin for the invitation.';
  return new Conflict(detail, 'email_taken');
}
