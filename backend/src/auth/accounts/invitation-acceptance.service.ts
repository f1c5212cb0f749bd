import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../platform/unit-of-work.js';
import { claimWaitingWatches } from '../../tickets/watchers/waiting-watches.js';
import { User } from '../../users/user.entity.js';
import { invitationAccepted } from '../auth.events.js';
import type { SignInSource } from '../sign-in/sign-in-source.js';
import { SignIn, type SignedIn } from '../sign-in/sign-in.service.js';
import { Accounts } from './accounts.service.js';
import { invalidToken, OneTimeTokens } from './one-time-tokens.service.js';

export interface AcceptedWith {
  /** Where the name that the admin wrote is to stay, nothing. */
  readonly name?: string | undefined;
  readonly password: string;
  readonly language?: string | undefined;
}

/** The other end of an invitation: its receiver makes the account his own. */
@Injectable()
export class InvitationAcceptance {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly accounts: Accounts,
    private readonly tokens: OneTimeTokens,
    private readonly signIn: SignIn,
  ) {}

  /** Sets name and password and signs in. @throws Problem `invalid_token`, InvalidBody for a bad password */
  async accept(token: string, { name, password, language }: AcceptedWith, source: SignInSource): Promise<SignedIn> {
    // The link stays good while the password is refused: it is used up only together with a good one.
    const { owner } = await this.tokens.find(['invitation'], token);
    const { id, email, name: written } = owner;
    const passwordHash = await this.accounts.hashNew(password, { name: name ?? written, email });
    return this.unitOfWork.run({ actorId: id, requestId: source.requestId }, async (transaction) => {
      const { manager, now } = transaction;
      // Locked before the token, as where a new link is made.
      const lock = { mode: 'for_no_key_update' } as const;
      const person = await manager.findOneOrFail(User, { where: { id }, lock });
      await this.tokens.redeem(transaction, 'invitation', token);
      await this.tokens.revoke(transaction, 'invitation', id);
      // Whoever was disabled since keeps the link, for the day on which an admin takes that back.
      if (person.disabledAt || person.passwordHash) throw invalidToken();
      const chosen = { ...(name === undefined ? {} : { name }), ...(language === undefined ? {} : { language }) };
      const own = { ...chosen, passwordHash, emailConfirmedAt: now, updatedAt: now };
      await manager.update(User, { id }, own);
      await transaction.record(invitationAccepted(id));
      await claimWaitingWatches(transaction, id, email);
      return this.signIn.start(transaction, id, source);
    });
  }
}
