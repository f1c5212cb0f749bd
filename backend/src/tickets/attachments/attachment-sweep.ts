import { Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock, DAY } from '../../platform/clock.js';
import { FileStore } from '../../platform/files/file-store.js';
import { reportOf } from '../../platform/http/fault-report.js';
import { Jobs } from '../../platform/jobs/jobs.js';

/** The job that removes the files of attachments that belong to nothing. */
export const ATTACHMENT_SWEEP = 'sweep-attachments';

const BATCH = 100;
const FIRST = '00000000-0000-0000-0000-000000000000';

/** Given up, or uploaded before `$1` for something that never came. */
const BELONGS_TO_NOTHING = 'ticket_id IS NULL AND (discarded_at IS NOT NULL OR created_at < $1)';

/** Removes what belongs to nothing: the file first, then its row, so that what goes wrong in between is done again. */
@Injectable()
export class AttachmentSweep {
  private readonly logger = new Logger(AttachmentSweep.name);

  constructor(
    private readonly dataSource: DataSource,
    private readonly files: FileStore,
    private readonly clock: Clock,
    jobs: Jobs,
  ) {
    jobs.add({ name: ATTACHMENT_SWEEP, cron: '41 * * * *', work: () => this.sweep() });
  }

  /** A file that cannot be removed is told of, stays for the next time, and does not stop the others. */
  async sweep(): Promise<void> {
    const before = this.clock.in(-DAY);
    const query = `SELECT id FROM attachments WHERE ${BELONGS_TO_NOTHING} AND id > $2 ORDER BY id LIMIT ${BATCH}`;
    let last: string | undefined = FIRST;
    while (last !== undefined) {
      const rows: { id: string }[] = await this.dataSource.query(query, [before, last]);
      for (const { id } of rows) await this.remove(id, before);
      last = rows.at(-1)?.id;
    }
  }

  private async remove(id: string, before: Date): Promise<void> {
    try {
      if (!(await this.giveUp(id, before))) return;
      await this.files.remove(id);
      await this.dataSource.query('DELETE FROM attachments WHERE id = $1', [id]);
    } catch (error) {
      this.logger.error({ ...reportOf(error), attachment: id });
    }
  }

  /** From then on nobody can claim it. @returns false where somebody just did */
  private async giveUp(id: string, before: Date): Promise<boolean> {
    const query = `UPDATE attachments SET discarded_at = coalesce(discarded_at, $3)
      WHERE id = $2 AND ${BELONGS_TO_NOTHING}`;
    const [, count]: [unknown, number] = await this.dataSource.query(query, [before, id, this.clock.now()]);
    return count === 1;
  }
}
