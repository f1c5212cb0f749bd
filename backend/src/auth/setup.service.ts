import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DAY } from '../platform/clock.js';
import { Settings } from '../platform/config/settings.js';
import { Conflict } from '../platform/problems.js';
import { UnitOfWork } from '../platform/unit-of-work.js';
import { User } from '../users/user.entity.js';
import { Accounts, type NewAccount } from './accounts.service.js';
import { installationSetUp } from './auth.events.js';
import { InstallationKeys } from '../platform/config/installation-keys.js';
import { OneTimeTokens } from './one-time-tokens.service.js';
import type { SignInSource } from './sign-in-source.js';
import { SignIn, type SignedIn } from './sign-in.service.js';

/** Milliseconds. Each start makes a new link; earlier ones stay good, for another process may have printed them. */
const LINK_LIFETIME = 7 * DAY;

/** What the setup needs to know of the deployment. */
@Injectable()
export class SetupDeployment {
  readonly token: string | undefined;
  readonly baseUrl: string;
  readonly installationId: string;

  constructor(settings: Settings, keys: InstallationKeys) {
    this.token = settings.SETUP_TOKEN;
    this.baseUrl = settings.publicUrl;
    this.installationId = keys.installationId;
  }
}

/** Makes the first admin, once. */
@Injectable()
export class Setup {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly dataSource: DataSource,
    private readonly accounts: Accounts,
    private readonly tokens: OneTimeTokens,
    private readonly signIn: SignIn,
    private readonly deployment: SetupDeployment,
  ) {}

  /** Whether there is no admin yet. */
  async isNeeded(): Promise<boolean> {
    return !(await this.dataSource.manager.existsBy(User, { role: 'admin' }));
  }

  /** The one-time link that makes the first admin; the token is in the fragment, which browsers send to nobody. */
  async issueLink(): Promise<string> {
    const { secret } = await this.unitOfWork.run({ actorId: null, requestId: null }, (transaction) =>
      this.tokens.issue(transaction, {
        purpose: 'setup',
        userId: null,
        lifetime: LINK_LIFETIME,
        secret: this.deployment.token,
      }),
    );
    return `${this.deployment.baseUrl}/setup#token=${secret}`;
  }

  /** @throws Conflict `already_set_up`, Problem `invalid_token`, InvalidBody for a bad password */
  async complete(token: string, account: NewAccount, source: SignInSource): Promise<SignedIn> {
    if (!(await this.isNeeded())) throw alreadySetUp();
    const passwordHash = await this.accounts.hashNew(account.password, account);
    return this.unitOfWork.run({ actorId: null, requestId: source.requestId }, async (transaction) => {
      await transaction.manager.query('SELECT id FROM installation FOR UPDATE');
      if (await transaction.manager.existsBy(User, { role: 'admin' })) throw alreadySetUp();
      await this.tokens.redeem(transaction, 'setup', token);
      await this.tokens.revoke(transaction, 'setup');
      const adminId = await this.accounts.add(transaction, account, 'admin', passwordHash);
      await transaction.record(installationSetUp(this.deployment.installationId, adminId));
      return this.signIn.start(transaction, adminId, source);
    });
  }
}

function alreadySetUp(): Conflict {
  return new Conflict('This installation has an admin already. Sign in, or ask an admin.', 'already_set_up');
}
