import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../../platform/clock.js';
import { Jobs } from '../../platform/jobs/jobs.js';

const MONTHS = 12;

/** Makes the partitions of the coming months, so that no writer has to: the first one of a month would keep others waiting. */
@Injectable()
export class MonthsAhead {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    jobs: Jobs,
  ) {
    jobs.add({ name: 'make-months-of-the-trail', cron: '23 2 * * *', atStart: true, work: () => this.make() });
  }

  async make(): Promise<void> {
    const now = this.clock.now();
    for (let ahead = 0; ahead <= MONTHS; ahead += 1) {
      const month = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + ahead, 1));
      await this.dataSource.query('SELECT make_activity_month($1)', [month.toISOString().slice(0, 10)]);
    }
  }
}
