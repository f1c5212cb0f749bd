import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock, DAY } from '../../platform/clock.js';
import { hashSecret, newSecret } from '../../platform/ids.js';
import { Problem } from '../../platform/problems.js';
import type { Transaction } from '../../platform/unit-of-work.js';
import { User } from '../../users/user.entity.js';
import { OneTimeToken, type OneTimePurpose } from './one-time-token.entity.js';

/** Milliseconds for which a link is good. A mail may be under way for days before its link is read. */
const LIFETIMES: Readonly<Record<OneTimePurpose, number>> = {
  setup: 7 * DAY,
  reset: DAY,
  invitation: 7 * DAY,
  confirmation: 7 * DAY,
  address: DAY,
};

interface NewToken {
  readonly purpose: OneTimePurpose;
  readonly userId: string | null;
  /** Where it is mailed to. */
  readonly address?: string | undefined;
  /** The token itself where somebody else chose it; else one is made. */
  readonly secret?: string | undefined;
}

/** A token that may still be used. */
export interface LiveToken {
  readonly purpose: OneTimePurpose;
  readonly owner: User;
  /** Where it was mailed to, if it was. */
  readonly address: string | null;
}

/** The tokens of links: hashed at rest, good once, for one purpose, for some time. */
@Injectable()
export class OneTimeTokens {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Makes a token; it is told this once and can never be read again. */
  async issue(
    { manager, now }: Pick<Transaction, 'manager' | 'now'>,
    { purpose, userId, address, secret }: NewToken,
  ): Promise<{ secret: string; expiresAt: Date }> {
    const token = secret ?? newSecret();
    const expiresAt = new Date(now.getTime() + LIFETIMES[purpose]);
    const row = { hash: hashSecret(token), purpose, userId, address: address ?? null, createdAt: now, expiresAt };
    await manager.upsert(OneTimeToken, row, ['hash']);
    return { secret: token, expiresAt };
  }

  /**
   * Uses a token up and returns whom it is for.
   *
   * @throws Problem `invalid_token` for one that is unknown, used, expired or made for something else
   */
  async redeem(transaction: Transaction, purpose: OneTimePurpose, secret: string): Promise<string | null> {
    const { manager, now } = transaction;
    const [rows]: [{ user_id: string | null }[], number] = await manager.query(
      `UPDATE one_time_tokens SET used_at = $1
       WHERE hash = $2 AND purpose = $3 AND used_at IS NULL AND expires_at > $1 RETURNING user_id`,
      [now, hashSecret(secret), purpose],
    );
    const row = rows[0];
    if (!row) throw invalidToken();
    return row.user_id;
  }

  /** A good token of a person, without using it up. @throws Problem `invalid_token` for one that `redeem` would refuse */
  async find(purposes: readonly OneTimePurpose[], secret: string): Promise<LiveToken> {
    const { manager } = this.dataSource;
    const token = await manager.findOneBy(OneTimeToken, { hash: hashSecret(secret) });
    if (token?.usedAt !== null || token.expiresAt <= this.clock.now() || token.userId === null) throw invalidToken();
    const { purpose, address } = token;
    if (!purposes.includes(purpose)) throw invalidToken();
    return { purpose, address, owner: await manager.findOneByOrFail(User, { id: token.userId }) };
  }

  /** Until when a token is good; null where `redeem` would refuse it. */
  async goodUntil(purpose: OneTimePurpose, secret: string): Promise<Date | null> {
    const token = await this.dataSource.manager.findOneBy(OneTimeToken, { hash: hashSecret(secret), purpose });
    return token?.usedAt === null && token.expiresAt > this.clock.now() ? token.expiresAt : null;
  }

  /** Makes the tokens of one purpose worthless: all, or those of one person. */
  async revoke({ manager, now }: Transaction, purpose: OneTimePurpose, userId: string | null = null): Promise<void> {
    await manager.query(
      `UPDATE one_time_tokens SET used_at = $1
       WHERE purpose = $2 AND used_at IS NULL AND ($3::uuid IS NULL OR user_id = $3)`,
      [now, purpose, userId],
    );
  }
}

export function invalidToken(): Problem {
  return new Problem('invalid_token', 'This link is not valid any more. Ask for a new one.');
}
