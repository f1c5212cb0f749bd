import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock, MINUTE, SECOND } from '../../platform/clock.js';
import { reportOf } from '../../platform/http/fault-report.js';
import { TooManyRequests } from '../../platform/problems.js';
import { UnitOfWork } from '../../platform/unit-of-work.js';
import { signInsRefused } from '../auth.events.js';
import type { SignInBudget } from './sign-in-budget.entity.js';

/** Milliseconds for which failures count. */
const WINDOW = 15 * MINUTE;
/** Failures in a window: of one account from one address, or from one known device. */
const PAIR_LIMIT = 10;
/** Failures in a window: of one account from everywhere, or of one address with every account. */
const WIDE_LIMIT = 100;
/** Milliseconds between looks at sign-ins under way, and how many looks until they are taken for failures. */
const POLL = 100;
const MOST_POLLS = 100;

/** Who tries to sign in from where. */
export interface Attempt {
  readonly email: string;
  readonly address: string;
  /** The account, if the address belongs to one. */
  readonly userId: string | null;
  /** The device's own budget, if this person has signed in on it before. */
  readonly knownDevice: Buffer | null;
}

/** What a check of a password found: `barred` is the right one of somebody who may not come in all the same. */
export type Verdict = 'right' | 'wrong' | 'barred';

/** Guesses are failures; what was refused is told on the trail. */
const COUNTED: Record<Verdict, { readonly failures?: number; readonly refusals?: number }> = {
  right: {},
  wrong: { failures: 1, refusals: 1 },
  barred: { refusals: 1 },
};

type BudgetRow = Pick<SignInBudget, 'key' | 'windowEndsAt' | 'failures' | 'pending'>;

interface BudgetLine {
  readonly key: string;
  readonly limit: number;
}

/**
 * Slows down guessing without locking anybody out: only failures count, for the account from this address, for the
 * account, and for the address; a device on which the owner signed in before has a budget of its own.
 */
@Injectable()
export class SignInBudgets implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(SignInBudgets.name);
  private sweeper: NodeJS.Timeout | undefined;

  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    // What could not be swept now is swept a minute later.
    const tell = (error: unknown): void => {
      this.logger.warn(reportOf(error));
    };
    this.sweeper = setInterval(() => void this.sweep().catch(tell), MINUTE).unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.sweeper);
  }

  /**
   * Runs a check of a password within the budget. The place is taken before the check, so that many at once never get
   * more tries than the budget has.
   *
   * @throws TooManyRequests once the budget is used up
   */
  async spend(attempt: Attempt, check: () => Promise<Verdict>): Promise<Verdict> {
    const lines = linesOf(attempt);
    const keys = lines.map(({ key }) => key);
    await this.enter(attempt, lines, keys);
    let verdict: Verdict = 'wrong';
    try {
      verdict = await check();
    } finally {
      await this.settle(keys, COUNTED[verdict]);
    }
    return verdict;
  }

  /** Ends windows that are over and writes one entry for each account and address that was refused in them. */
  async sweep(keys: readonly string[] | null = null): Promise<void> {
    await this.unitOfWork.run({ actorId: null, requestId: null }, async (transaction) => {
      const [ended]: [SweptBudget[], number] = await transaction.manager.query(
        `DELETE FROM sign_in_budgets b USING (
           SELECT key FROM sign_in_budgets WHERE window_ends_at <= $1 AND ($2::text[] IS NULL OR key = ANY ($2))
           ORDER BY key FOR UPDATE
         ) AS ended
         WHERE b.key = ended.key AND b.window_ends_at <= $1
         RETURNING refusals, user_id, address, (SELECT id FROM installation) AS installation_id`,
        [transaction.now, keys],
      );
      for (const { refusals, user_id, address, installation_id } of ended) {
        if (refusals === 0 || address === null) continue;
        const subject = user_id
          ? { type: 'person' as const, id: user_id }
          : { type: 'installation' as const, id: installation_id };
        await transaction.record(signInsRefused(subject, { address, count: refusals }));
      }
    });
  }

  private async enter(attempt: Attempt, lines: readonly BudgetLine[], keys: readonly string[]): Promise<void> {
    await this.sweep(keys);
    for (let polls = 0; ; polls += 1) {
      const rows = await this.takePlace(attempt, keys);
      const isOver = (row: BudgetRow): boolean => row.failures >= limitIn(lines, row.key);
      const isFull = (row: BudgetRow): boolean => row.failures + row.pending > limitIn(lines, row.key);
      if (!rows.some(isFull)) return;
      const isRefused = rows.some(isOver) || polls >= MOST_POLLS;
      await this.settle(keys, { refusals: isRefused ? 1 : 0 });
      if (isRefused) throw this.refusal(rows.filter(isFull));
      await sleep(POLL);
    }
  }

  private async takePlace(attempt: Attempt, keys: readonly string[]): Promise<BudgetRow[]> {
    return this.dataSource.query(
      `INSERT INTO sign_in_budgets AS b (key, window_ends_at, failures, pending, refusals, user_id, address)
       SELECT key, $2, 0, 1, 0, $3, CASE WHEN told THEN $4 END FROM unnest($1::text[], $5::boolean[]) AS line (key, told)
       ON CONFLICT (key) DO UPDATE SET pending = b.pending + 1
       RETURNING key, window_ends_at AS "windowEndsAt", failures, pending`,
      [keys, this.clock.in(WINDOW), attempt.userId, attempt.address, keys.map(isTold)],
    );
  }

  /** Gives the places back and counts. Rows are locked in the order in which places are taken, so that none wait in a ring. */
  private async settle(keys: readonly string[], { failures = 0, refusals = 0 }): Promise<void> {
    await this.dataSource.query(
      `UPDATE sign_in_budgets b
       SET pending = greatest(pending - 1, 0), failures = failures + $2, refusals = refusals + $3
       FROM (SELECT key FROM sign_in_budgets WHERE key = ANY ($1) ORDER BY key FOR UPDATE) AS mine
       WHERE b.key = mine.key`,
      [keys, failures, refusals],
    );
  }

  private refusal(full: readonly BudgetRow[]): TooManyRequests {
    const wait = Math.max(...full.map(({ windowEndsAt }) => windowEndsAt.getTime())) - this.clock.now().getTime();
    const seconds = Math.max(1, Math.ceil(wait / SECOND));
    const minutes = Math.ceil(seconds / 60);
    return new TooManyRequests(
      seconds,
      `Too many sign-ins have failed. Wait ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}, then try again.`,
    );
  }
}

interface SweptBudget {
  readonly refusals: number;
  readonly user_id: string | null;
  readonly address: string | null;
  readonly installation_id: string;
}

function linesOf({ email, address, knownDevice }: Attempt): BudgetLine[] {
  const account = createHash('sha256').update(email).digest('base64url');
  if (knownDevice) return [{ key: `device:${knownDevice.toString('base64url')}:${account}`, limit: PAIR_LIMIT }];
  // In the order of the keys, so that two sign-ins lock the same rows in the same order.
  return [
    { key: `account:${account}`, limit: WIDE_LIMIT },
    { key: `address:${address}`, limit: WIDE_LIMIT },
    { key: `pair:${account}:${address}`, limit: PAIR_LIMIT },
  ];
}

/** The trail has one entry for each account and address, so only the lines of such pairs are told. */
function isTold(key: string): boolean {
  return key.startsWith('pair:') || key.startsWith('device:');
}

function limitIn(lines: readonly BudgetLine[], key: string): number {
  return lines.find((line) => line.key === key)?.limit ?? 0;
}
