import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { HeadsFile } from '../../../activity/verify/heads-file.js';
import { Clock } from '../../../platform/clock.js';
import { InstallationKeys } from '../../../platform/config/installation-keys.js';
import { Jobs } from '../../../platform/jobs/jobs.js';
import { readInstallationSettings } from '../../../settings/read-installation-settings.js';
import { MailQueue, type NewMail } from '../../queue/mail-queue.js';

const HEADS = `SELECT lane, links::integer AS links, encode(hash, 'hex') AS hash
  FROM activity_chains WHERE links > 0 ORDER BY lane`;

const ADMINS = `SELECT id, email FROM users
  WHERE role = 'admin' AND disabled_at IS NULL AND password_hash IS NOT NULL ORDER BY id`;

const TOLD_TODAY = `SELECT FROM mails WHERE kind = 'trail_heads' AND created_at >= date_trunc('day', $1::timestamptz, 'UTC') LIMIT 1`;

/** Each day, where installations want it: where the trail's chains end, to where the database's owner cannot change it. */
@Injectable()
export class TrailHeadsMailWriter {
  constructor(
    private readonly dataSource: DataSource,
    private readonly queue: MailQueue,
    private readonly clock: Clock,
    private readonly keys: InstallationKeys,
    jobs: Jobs,
  ) {
    jobs.add({ name: 'mail-trail-heads', cron: '40 4 * * *', work: () => this.write() });
  }

  async write(): Promise<void> {
    const now = this.clock.now();
    await this.dataSource.transaction(async (manager) => {
      const { trailHeadsDaily } = await readInstallationSettings(manager);
      const told: unknown[] = await manager.query(TOLD_TODAY, [now]);
      if (trailHeadsDaily && told.length === 0) await this.queue.write(manager, await this.mails(manager, now), now);
    });
  }

  private async mails(manager: EntityManager, now: Date): Promise<NewMail[]> {
    const heads: HeadsFile['heads'] = await manager.query(HEADS);
    const admins: { id: string; email: string }[] = await manager.query(ADMINS);
    const file: HeadsFile = { installation: this.keys.installationId, at: now.toISOString(), heads };
    const news = [{ kind: 'trail.heads', activityId: null, file }];
    return admins.map(({ id, email }): NewMail => ({
      ...{ kind: 'trail_heads', recipientId: id, address: email, ticketId: null, news },
    }));
  }
}
