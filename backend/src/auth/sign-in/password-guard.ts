import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { hashSecret } from '../../platform/ids.js';
import { NotAllowed, Problem } from '../../platform/problems.js';
import { readInstallationSettings } from '../../settings/read-installation-settings.js';
import { User } from '../../users/user.entity.js';
import { KnownDevice } from './known-device.entity.js';
import { Passwords } from '../accounts/passwords.js';
import type { Credentials, SignInSource } from './sign-in-source.js';
import { SignInBudgets } from './sign-in-budgets.service.js';

/** Checks passwords within the budgets. */
@Injectable()
export class PasswordGuard {
  constructor(
    private readonly dataSource: DataSource,
    private readonly passwords: Passwords,
    private readonly budgets: SignInBudgets,
  ) {}

  async check({ email, password }: Credentials, { ip, deviceSecret }: SignInSource): Promise<User> {
    const { manager } = this.dataSource;
    const person = await manager.findOneBy(User, { email });
    const { unconfirmedMay } = await readInstallationSettings(manager);
    const isConfirmedFirst = unconfirmedMay === 'nothing';
    const knownDevice = await this.knownDevice(person?.id, deviceSecret);
    const attempt = { email, address: ip, userId: person?.id ?? null, knownDevice };
    const verdict = await this.budgets.spend(attempt, async () => {
      if (!(await this.passwords.fits(password, person?.passwordHash))) return 'wrong';
      // Taken for a wrong one: else whoever registers with an address could try whether it had an account before.
      if (isConfirmedFirst && person?.role === 'employee' && !person.emailConfirmedAt) return 'wrong';
      return person?.disabledAt ? 'barred' : 'right';
    });
    if (verdict === 'wrong' || !person) throw wrongCredentials(isConfirmedFirst);
    if (verdict === 'barred') throw new NotAllowed('This account is disabled. Ask your IT department.');
    return person;
  }

  private async knownDevice(userId: string | undefined, secret: string | null): Promise<Buffer | null> {
    if (!userId || !secret) return null;
    const hash = hashSecret(secret);
    const isKnown = await this.dataSource.manager.existsBy(KnownDevice, { hash, userId });
    return isKnown ? hash : null;
  }
}

/** Says the same to everybody. */
function wrongCredentials(isConfirmedFirst: boolean): Problem {
  const detail = isConfirmedFirst
    ? 'Mail address and password do not fit together, or the address is not confirmed yet: then open the link that we mailed to it.'
    : 'Mail address and password do not fit together.';
  return new Problem('wrong_credentials', detail);
}
