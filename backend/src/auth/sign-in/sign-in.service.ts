import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { hashSecret, newSecret } from '../../platform/ids.js';
import { type Transaction, UnitOfWork } from '../../platform/unit-of-work.js';
import { readInstallationSettings } from '../../settings/read-installation-settings.js';
import { Accounts, type NewAccount } from '../accounts/accounts.service.js';
import { QuietRegistration } from '../accounts/quiet-registration.service.js';
import { checkMayRegister } from '../accounts/registration.js';
import { KnownDevice } from './known-device.entity.js';
import { PasswordGuard } from './password-guard.js';
import { Sessions, type StartedSession } from '../sessions/sessions.service.js';
import type { Credentials, SignInSource } from './sign-in-source.js';

/** A new session, with the secret of the browser that a later sign-in there recognises. */
export interface SignedIn extends StartedSession {
  readonly deviceSecret: string;
}

/** Signing in with a password, and registering, which signs in too. */
@Injectable()
export class SignIn {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly sessions: Sessions,
    private readonly accounts: Accounts,
    private readonly guard: PasswordGuard,
    private readonly quietly: QuietRegistration,
  ) {}

  /** @throws Problem `wrong_credentials`, `not_allowed` for a disabled account, `too_many_requests` */
  async signIn(credentials: Credentials, source: SignInSource): Promise<SignedIn> {
    const person = await this.guard.check(credentials, source);
    return this.unitOfWork.run({ actorId: person.id, requestId: source.requestId }, (transaction) =>
      this.start(transaction, person.id, source),
    );
  }

  /**
   * Nobody is signed in where the address is to be confirmed before anything else.
   *
   * @throws Problem `registration_closed`, InvalidBody for a foreign address or a bad password, Conflict `email_taken`
   */
  async register(account: NewAccount, source: SignInSource): Promise<SignedIn | null> {
    const { manager } = this.dataSource;
    await checkMayRegister(manager, account.email);
    const passwordHash = await this.accounts.hashNew(account.password, account);
    if ((await readInstallationSettings(manager)).unconfirmedMay === 'nothing') {
      const { name, email, language = null } = account;
      await this.quietly.register({ name, email, language, passwordHash }, source);
      return null;
    }
    return this.unitOfWork.run({ actorId: null, requestId: source.requestId }, async (transaction) => {
      const { name, email, language = null } = account;
      const person = { name, email, language, role: 'employee', passwordHash, emailConfirmedAt: null } as const;
      const userId = await this.accounts.add(transaction, person);
      return this.start(transaction, userId, source);
    });
  }

  /** Starts the session of a person who has proved who he is, and remembers the browser. */
  async start(transaction: Transaction, userId: string, source: SignInSource): Promise<SignedIn> {
    const { kind, userAgent, ip } = source;
    const deviceSecret = source.deviceSecret ?? newSecret();
    const secretHash = hashSecret(deviceSecret);
    const session = await this.sessions.start(transaction, userId, { kind, userAgent, ip, secretHash });
    if (kind === 'browser') {
      const device = { hash: secretHash, userId, lastUsedAt: transaction.now };
      await transaction.manager.upsert(KnownDevice, device, ['hash', 'userId']);
    }
    return { ...session, deviceSecret };
  }
}
