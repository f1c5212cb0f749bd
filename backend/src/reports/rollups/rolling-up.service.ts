import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Jobs } from '../../platform/jobs/jobs.js';
import { rollUpStale } from './roll-up.js';

/** Keeps the roll-ups. Reports are exact without it as well, but read every ticket of a stale quarter. */
@Injectable()
export class RollingUp {
  constructor(
    private readonly dataSource: DataSource,
    jobs: Jobs,
  ) {
    jobs.add({ name: 'roll-up-reports', cron: '*/5 * * * *', work: () => this.rollUp() });
  }

  rollUp(): Promise<void> {
    return rollUpStale(this.dataSource);
  }
}
