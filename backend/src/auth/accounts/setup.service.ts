import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Settings } from '../../platform/config/settings.js';
import { Installation } from '../../platform/database/installation.entity.js';
import { Conflict } from '../../platform/problems.js';
import { UnitOfWork } from '../../platform/unit-of-work.js';
import { User } from '../../users/user.entity.js';
import { Accounts, type NewAccount } from './accounts.service.js';
import { installationSetUp } from '../auth.events.js';
import { OneTimeTokens } from './one-time-tokens.service.js';
import type { SignInSource } from '../sign-in/sign-in-source.js';
import { SignIn, type SignedIn } from '../sign-in/sign-in.service.js';

/** Makes the first admin, once. */
@Injectable()
export class Setup {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly dataSource: DataSource,
    private readonly accounts: Accounts,
    private readonly tokens: OneTimeTokens,
    private readonly signIn: SignIn,
    private readonly settings: Settings,
  ) {}

  /** Whether there is no admin yet. */
  async isNeeded(): Promise<boolean> {
    return !(await this.dataSource.manager.existsBy(User, { role: 'admin' }));
  }

  /**
   * The one-time link that makes the first admin; the token is in the fragment, which browsers send to nobody. Each start
   * makes a new one; earlier ones stay good, for another process may have printed them.
   */
  async issueLink(): Promise<string> {
    const { secret } = await this.unitOfWork.run({ actorId: null, requestId: null }, (transaction) =>
      this.tokens.issue(transaction, {
        purpose: 'setup',
        userId: null,
        secret: this.settings.SETUP_TOKEN,
      }),
    );
    return `${this.settings.publicUrl}/setup#token=${secret}`;
  }

  /** @throws Conflict `already_set_up`, Problem `invalid_token`, InvalidBody for a bad password */
  async complete(token: string, account: NewAccount, source: SignInSource): Promise<SignedIn> {
    if (!(await this.isNeeded())) throw alreadySetUp();
    const passwordHash = await this.accounts.hashNew(account.password, account);
    return this.unitOfWork.run({ actorId: null, requestId: source.requestId }, async (transaction) => {
      const installation = await transaction.manager.findOneOrFail(Installation, {
        where: { onlyRow: true },
        lock: { mode: 'pessimistic_write' },
      });
      if (await transaction.manager.existsBy(User, { role: 'admin' })) throw alreadySetUp();
      await this.tokens.redeem(transaction, 'setup', token);
      await this.tokens.revoke(transaction, 'setup');
      const { name, email, language = null } = account;
      // Whoever has the server's link is taken at his word.
      const confirmed = { passwordHash, emailConfirmedAt: transaction.now };
      const admin = { name, email, language, role: 'admin', ...confirmed } as const;
      const adminId = await this.accounts.add(transaction, admin);
      await transaction.record(installationSetUp(installation.id, adminId));
      return this.signIn.start(transaction, adminId, source);
    });
  }
}

function alreadySetUp(): Conflict {
  return new Conflict('This installation has an admin already. Sign in, or ask an admin.', 'already_set_up');
}
