import { Injectable } from '@nestjs/common';
import type { Role, UnconfirmedMay } from '@deskhand/shared';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock, DAY } from '../../platform/clock.js';
import { hashSecret, isId, newId, newSecret } from '../../platform/ids.js';
import { prepared } from '../../platform/database/preparing-client.js';
import { NotFound } from '../../platform/problems.js';
import { type Transaction, UnitOfWork } from '../../platform/unit-of-work.js';
import { readInstallationSettings } from '../../settings/read-installation-settings.js';
import { type Actor, originOf } from '../access/access.js';
import { UNCONFIRMED_MAY } from '../access/unconfirmed.js';
import { type SessionEnd, sessionStarted, sessionsEnded } from '../auth.events.js';
import { RefreshToken } from './refresh-token.entity.js';
import { Session, type SessionKind } from './session.entity.js';

/** From where somebody signs in. */
export interface Device {
  readonly kind: SessionKind;
  readonly userAgent: string;
  readonly ip: string;
  /** Hash of the secret by which a browser is known again. */
  readonly secretHash: Buffer;
}

export interface StartedSession {
  readonly id: string;
  readonly userId: string;
  readonly refreshToken: string;
  readonly expiresAt: Date;
}

/** A session's refresh token: it begins with the session's id, so that a request can be matched to its session. */
export function newRefreshToken(sessionId: string): string {
  return `${sessionId}.${newSecret()}`;
}

/** Whose session it is, as far as the guards need to know. */
export interface SessionPerson {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly unconfirmedMay: UnconfirmedMay | null;
}

const PERSON_OF_SESSION = prepared(
  `SELECT u.id, u.name, u.role, ${UNCONFIRMED_MAY} AS "unconfirmedMay" FROM sessions s JOIN users u ON u.id = s.user_id
   WHERE s.id = $1 AND u.id = $2 AND s.ended_at IS NULL AND s.expires_at > $3 AND u.disabled_at IS NULL`,
);

/** By the API there is no secret: what calls from the same address under the same name is taken for the same. */
const IS_NEW_DEVICE = prepared(
  `SELECT EXISTS (SELECT FROM sessions WHERE user_id = $1) AND NOT CASE WHEN $2 = 'browser'
     THEN EXISTS (SELECT FROM known_devices WHERE user_id = $1 AND hash = $3)
     ELSE EXISTS (SELECT FROM sessions WHERE user_id = $1 AND kind = $2 AND ip = $4 AND user_agent = $5) END AS new`,
);

const LIVING = prepared(
  `SELECT s.id FROM sessions s JOIN users u ON u.id = s.user_id CROSS JOIN settings c
   WHERE s.id = ANY ($1) AND s.ended_at IS NULL AND s.expires_at > $2 AND u.disabled_at IS NULL
     AND s.last_used_at > $2 - c.session_idle_days * interval '1 day'`,
);

/** Where people are signed in. */
@Injectable()
export class Sessions {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** The person of a session that has not ended, unless disabled. One statement: it runs before every request. */
  async personOf(sessionId: string, userId: string): Promise<SessionPerson | undefined> {
    if (!isId(sessionId) || !isId(userId)) return undefined;
    const people: SessionPerson[] = await this.dataSource.query(PERSON_OF_SESSION, [
      sessionId,
      userId,
      this.clock.now(),
    ]);
    return people[0];
  }

  /** Those of them that have not ended, by themselves or otherwise. */
  async livingAmong(sessionIds: readonly string[]): Promise<ReadonlySet<string>> {
    const rows: { id: string }[] = await this.dataSource.query(LIVING, [sessionIds, this.clock.now()]);
    return new Set(rows.map(({ id }) => id));
  }

  /** The end of a session is settled when it starts; how long it may stay unused is asked each time. */
  async start(transaction: Transaction, userId: string, device: Device): Promise<StartedSession> {
    const { manager, now } = transaction;
    const id = newId();
    const refreshToken = newRefreshToken(id);
    const { sessionDays } = await readInstallationSettings(manager);
    const expiresAt = new Date(now.getTime() + sessionDays * DAY);
    const { kind, ip } = device;
    const userAgent = device.userAgent.slice(0, 300);
    const newDevice = await isNewDevice(manager, userId, { ...device, userAgent });
    await manager.insert(Session, { kind, ip, id, userId, userAgent, createdAt: now, lastUsedAt: now, expiresAt });
    await manager.insert(RefreshToken, { hash: hashSecret(refreshToken), sessionId: id, createdAt: now });
    await transaction.record(sessionStarted(userId, { id, kind, ip, newDevice }));
    return { id, userId, refreshToken, expiresAt };
  }

  /** The sessions that still live, the last used first. */
  async list(actor: Actor): Promise<Session[]> {
    const { sessionIdleDays } = await readInstallationSettings(this.dataSource.manager);
    return this.dataSource
      .createQueryBuilder(Session, 's')
      .where('s.userId = :userId AND s.endedAt IS NULL AND s.expiresAt > :now AND s.lastUsedAt > :idleSince', {
        userId: actor.id,
        now: this.clock.now(),
        idleSince: this.clock.in(-sessionIdleDays * DAY),
      })
      .orderBy('s.lastUsedAt', 'DESC')
      .getMany();
  }

  /** @throws NotFound for a session that is not the actor's own or has ended */
  async end(actor: Actor, sessionId: string, reason: SessionEnd): Promise<void> {
    const ended = await this.unitOfWork.run(originOf(actor), (transaction) =>
      endSessions(transaction, actor.id, reason, { only: sessionId }),
    );
    if (ended === 0) throw new NotFound('session');
  }

  async endOthers(actor: Actor): Promise<void> {
    await this.unitOfWork.run(originOf(actor), (transaction) =>
      endSessions(transaction, actor.id, 'ended_by_owner', { except: actor.sessionId }),
    );
  }
}

async function isNewDevice(
  manager: EntityManager,
  userId: string,
  { kind, secretHash, ip, userAgent }: Device,
): Promise<boolean> {
  const values = [userId, kind, secretHash, ip, userAgent];
  const rows: { new: boolean }[] = await manager.query(IS_NEW_DEVICE, values);
  return rows[0]?.new ?? false;
}

/** Ends a person's sessions: all, only one, or all but one. Returns how many were still alive. */
export async function endSessions(
  transaction: Transaction,
  userId: string,
  reason: SessionEnd,
  which: { only?: string; except?: string } = {},
): Promise<number> {
  if (which.only !== undefined && !isId(which.only)) return 0;
  const [rows]: [{ id: string }[], number] = await transaction.manager.query(
    `UPDATE sessions SET ended_at = $1
     WHERE user_id = $2 AND ended_at IS NULL AND ($3::uuid IS NULL OR id = $3) AND ($4::uuid IS NULL OR id <> $4)
     RETURNING id`,
    [transaction.now, userId, which.only ?? null, which.except ?? null],
  );
  const ids = rows.map(({ id }) => id);
  if (ids.length > 0) await transaction.record(sessionsEnded(userId, ids, reason));
  return ids.length;
}
