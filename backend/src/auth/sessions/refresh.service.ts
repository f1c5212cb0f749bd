import { Injectable } from '@nestjs/common';
import { Clock, DAY, SECOND } from '../../platform/clock.js';
import { hashSecret } from '../../platform/ids.js';
import { Problem } from '../../platform/problems.js';
import { type Transaction, UnitOfWork } from '../../platform/unit-of-work.js';
import { tokenReused } from '../auth.events.js';
import { RefreshToken } from './refresh-token.entity.js';
import { endSessions, newRefreshToken } from './sessions.service.js';

/** Milliseconds in which a replaced token still gives an access token, so that many tabs live together. */
const GRACE = 30 * SECOND;

/** What a refresh gives. Without a new refresh token the old one was replaced a moment ago, by another tab. */
export interface Refreshed {
  readonly sessionId: string;
  readonly userId: string;
  readonly expiresAt: Date;
  readonly refreshToken?: string;
}

interface TokenRow {
  readonly session_id: string;
  readonly user_id: string;
  readonly expires_at: Date;
  readonly last_used_at: Date;
  /** The present setting. */
  readonly session_idle_days: number;
  readonly ended_at: Date | null;
  readonly disabled_at: Date | null;
  readonly rotated_at: Date | null;
  /** Whether the successor has itself been used; null where there is none. */
  readonly successor_used: boolean | null;
}

/** Renews sessions by refresh tokens that rotate. */
@Injectable()
export class RefreshService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /**
   * A token renews once and is replaced. Within half a minute after that it still gives an access token. Later, if its
   * successor was never used, the answer must have been lost, and it is replaced again; otherwise somebody has a copy,
   * and the whole session ends.
   *
   * @throws Problem `session_ended`
   */
  async refresh(token: string, requestId: string): Promise<Refreshed> {
    const hash = hashSecret(token);
    const refreshed = await this.unitOfWork.run({ actorId: null, requestId }, async (transaction) => {
      const row = await lockToken(transaction, hash);
      return row && this.isAlive(row) ? this.renew(transaction, hash, row) : null;
    });
    if (!refreshed) throw new Problem('session_ended', 'This session has ended. Sign in again.');
    return refreshed;
  }

  private isAlive(row: TokenRow): boolean {
    const now = this.clock.now().getTime();
    const isIdle = row.last_used_at.getTime() + row.session_idle_days * DAY <= now;
    return row.ended_at === null && row.disabled_at === null && row.expires_at.getTime() > now && !isIdle;
  }

  private async renew(transaction: Transaction, hash: Buffer, row: TokenRow): Promise<Refreshed | null> {
    const session = { sessionId: row.session_id, userId: row.user_id, expiresAt: row.expires_at };
    const age = row.rotated_at ? transaction.now.getTime() - row.rotated_at.getTime() : null;
    if (age !== null && age <= GRACE) return session;
    if (age !== null && row.successor_used !== false) {
      await transaction.record(tokenReused(row.user_id, row.session_id));
      await endSessions(transaction, row.user_id, 'token_reused', { only: row.session_id });
      return null;
    }
    return { ...session, refreshToken: await rotate(transaction, hash, row.session_id) };
  }
}

/** Locks the session first, so that two tabs with the same token come one after the other. */
async function lockToken(transaction: Transaction, hash: Buffer): Promise<TokenRow | undefined> {
  const rows: TokenRow[] = await transaction.manager.query(
    `SELECT t.session_id, s.user_id, s.expires_at, s.last_used_at, s.ended_at, u.disabled_at, c.session_idle_days
     FROM refresh_tokens t JOIN sessions s ON s.id = t.session_id JOIN users u ON u.id = s.user_id
     CROSS JOIN settings c
     WHERE t.hash = $1 FOR UPDATE OF s`,
    [hash],
  );
  const row = rows[0];
  if (!row) return undefined;
  const states: Pick<TokenRow, 'rotated_at' | 'successor_used'>[] = await transaction.manager.query(
    `SELECT t.rotated_at, (n.rotated_at IS NOT NULL OR n.hash IS NULL) AS successor_used
     FROM refresh_tokens t LEFT JOIN refresh_tokens n ON n.hash = t.successor_hash WHERE t.hash = $1`,
    [hash],
  );
  const state = states[0];
  return state ? { ...row, ...state } : undefined;
}

async function rotate(transaction: Transaction, hash: Buffer, sessionId: string): Promise<string> {
  const { manager, now } = transaction;
  const token = newRefreshToken(sessionId);
  const successorHash = hashSecret(token);
  await manager.insert(RefreshToken, { hash: successorHash, sessionId, createdAt: now });
  // A successor that was never used is replaced along with it: its answer was lost on the way.
  await manager.query(
    `UPDATE refresh_tokens SET rotated_at = $1, successor_hash = $2
     WHERE hash = $3 OR hash = (SELECT successor_hash FROM refresh_tokens WHERE hash = $3)`,
    [now, successorHash, hash],
  );
  await manager.query('UPDATE sessions SET last_used_at = $1 WHERE id = $2', [now, sessionId]);
  return token;
}
