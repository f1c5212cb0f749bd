import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { maySeeInternal } from '@deskhand/shared';
import { DataSource, type EntityManager } from 'typeorm';
import type { Actor } from '../../auth/access/access.js';
import { Clock, DAY } from '../../platform/clock.js';
import { prepared } from '../../platform/database/preparing-client.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { NotFound, Problem } from '../../platform/problems.js';
import type { Transaction } from '../../platform/unit-of-work.js';
import { findTicket } from '../ticket/ticket-visibility.js';
import { IdempotentAnswer } from './idempotent-answer.entity.js';
import type { Success } from './success.js';

/** How long an answer is remembered. */
const LIFETIME = DAY;
/** Answers forgotten by one statement. */
const BATCH = 1_000;

/** A request that may come twice. */
export interface KeyedRequest {
  readonly actor: Actor;
  /** Without one it is not remembered. */
  readonly key: string | undefined;
  /** Method and address, such as `POST /tickets`. */
  readonly address: string;
  /** As it was validated. */
  readonly body: object;
}

interface Remembered {
  readonly fingerprint: Buffer;
  readonly status: number;
  readonly body: string;
  readonly headers: Record<string, string>;
  readonly ticket_id: string;
  readonly comment_id: string | null;
  /** Of an internal note. */
  readonly internal: boolean;
}

/** Sees to it that a request with an `Idempotency-Key` takes effect once, however often it is sent. */
@Injectable()
export class Idempotency {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    jobs: Jobs,
  ) {
    jobs.add({ name: 'forget-answers', cron: '29 * * * *', work: () => this.forgetOld() });
  }

  /**
   * Does the work and remembers its answer in the same transaction, or gives the answer that is remembered. Only successes
   * are, for what throws leaves nothing behind.
   *
   * @throws Problem while the first request with this key still runs, or where it was another request
   */
  async once<Body>(
    { manager, now }: Transaction,
    request: KeyedRequest,
    work: () => Promise<Success<Body>>,
  ): Promise<Success<Body>> {
    const { actor, key } = request;
    if (key === undefined) return work();
    await holdKey(manager, actor.id, key);
    const fingerprint = fingerprintOf(request);
    const remembered = await recall(manager, actor.id, key, now);
    if (remembered) return replay<Body>(manager, actor, remembered, fingerprint);
    const success = await work();
    await remember(manager, { userId: actor.id, key, fingerprint, createdAt: now }, success);
    return success;
  }

  /** Answers that are not given again. */
  async forgetOld(): Promise<void> {
    let forgotten: number;
    do {
      const [, count]: [unknown, number] = await this.dataSource.query(
        `DELETE FROM idempotent_answers WHERE (user_id, key) IN (
           SELECT user_id, key FROM idempotent_answers WHERE created_at < $1 ORDER BY created_at LIMIT $2)`,
        [this.clock.in(-LIFETIME), BATCH],
      );
      forgotten = count;
    } while (forgotten === BATCH);
  }
}

const HOLD = prepared('SELECT pg_try_advisory_xact_lock(hashtextextended($1, 0)) AS held');

const RECALL = prepared(
  `SELECT a.fingerprint, a.status, a.body, a.headers, a.ticket_id, a.comment_id, coalesce(c.internal, false) AS internal
   FROM idempotent_answers a LEFT JOIN comments c ON c.id = a.comment_id
   WHERE a.user_id = $1 AND a.key = $2 AND a.created_at >= $3`,
);

/** Until the end of the transaction, whoever ends it. */
async function holdKey(manager: EntityManager, userId: string, key: string): Promise<void> {
  const rows: { held: boolean }[] = await manager.query(HOLD, [`idempotency ${userId} ${key}`]);
  if (rows[0]?.held) return;
  throw new Problem('still_running', 'The first request with this Idempotency-Key still runs. Send it again soon.', {
    retryAfterSeconds: 1,
  });
}

/** A statement of its own, after the key is held, so that it sees what the holder before wrote. */
async function recall(manager: EntityManager, userId: string, key: string, now: Date): Promise<Remembered | undefined> {
  const rows: Remembered[] = await manager.query(RECALL, [userId, key, new Date(now.getTime() - LIFETIME)]);
  return rows[0];
}

/** The same answer to the same person, as long as he may still see what it is about. */
async function replay<Body>(
  manager: EntityManager,
  actor: Actor,
  { status, body, headers, ...remembered }: Remembered,
  fingerprint: Buffer,
): Promise<Success<Body>> {
  if (!remembered.fingerprint.equals(fingerprint)) {
    throw new Problem(
      'key_reused',
      'This Idempotency-Key was used for another request within the last 24 hours. Use a new key for each request.',
    );
  }
  await findTicket(manager, actor, remembered.ticket_id);
  if (remembered.internal && !maySeeInternal(actor)) throw new NotFound('comment');
  const { ticket_id: ticketId, comment_id: commentId } = remembered;
  return { status, headers, body: JSON.parse(body) as Body, ticketId, commentId };
}

/** In place of one that is too old, if there is one. */
async function remember(
  manager: EntityManager,
  row: Pick<IdempotentAnswer, 'userId' | 'key' | 'fingerprint' | 'createdAt'>,
  { status, headers, body, ticketId, commentId = null }: Success<unknown>,
): Promise<void> {
  const answer = { ...row, status, headers, body: JSON.stringify(body), ticketId, commentId };
  await manager.upsert(IdempotentAnswer, answer, ['userId', 'key']);
}

function fingerprintOf({ address, body }: KeyedRequest): Buffer {
  return createHash('sha256')
    .update(`${address}\n${canonical(body)}`)
    .digest();
}

/** JSON that is the same for equal bodies, in whatever order their fields came. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  );
}
