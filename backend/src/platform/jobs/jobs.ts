import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';
import { PgBoss } from 'pg-boss';
import { DataSource } from 'typeorm';
import { reportOf } from '../http/fault-report.js';

/** Work that the clock asks for. */
export interface Job {
  /** Letters, digits and hyphens, such as `close-resolved-tickets`. */
  readonly name: string;
  /** When it runs, as cron writes it, in UTC. */
  readonly cron: string;
  /** Whether it also runs when a process begins. */
  readonly atStart?: boolean;
  /** Must bear being run again after half of it was done: a killed process leaves it to another one. */
  readonly work: () => Promise<void>;
}

const CONNECTIONS = 2;
/** Seconds between two looks for work. */
const POLLING_S = 5;

/**
 * Timed work, kept in the same database by pg-boss, so that of several processes one does it. Features name their jobs when
 * they are made; nothing runs before `start`.
 */
@Injectable()
export class Jobs implements BeforeApplicationShutdown {
  private readonly logger = new Logger(Jobs.name);
  private readonly jobs: Job[] = [];
  private boss: PgBoss | null = null;

  constructor(private readonly dataSource: DataSource) {}

  add(job: Job): void {
    this.jobs.push(job);
  }

  /** Makes the tables that are missing and begins to look for work. */
  async start(): Promise<void> {
    const { options } = this.dataSource;
    const connectionString = 'url' in options ? options.url : undefined;
    const boss = new PgBoss({ connectionString, max: CONNECTIONS, application_name: 'deskhand jobs' });
    // While the database is away it says so at every look; what matters is that it goes on.
    boss.on('error', (error) => {
      this.logger.warn(reportOf(error));
    });
    await boss.start();
    this.boss = boss;
    for (const { name, cron, work, atStart = false } of this.jobs) {
      await boss.createQueue(name, { policy: 'stately', retryLimit: 3, retryDelay: 60 });
      await boss.schedule(name, cron);
      await boss.work(name, { pollingIntervalSeconds: POLLING_S }, () => this.do(name, work));
      if (atStart) await boss.send(name);
    }
  }

  /** Has it run soon, once however often it is asked for meanwhile; by whoever is running jobs. */
  async runSoon(name: string): Promise<void> {
    await this.boss?.send(name);
  }

  /** Lets running work finish. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.boss?.stop({ graceful: true, timeout: 5_000 });
  }

  private async do(name: string, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.logger.error({ ...reportOf(error), job: name });
      throw error;
    }
  }
}
