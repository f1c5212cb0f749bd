import type { Readable } from 'node:stream';
import { Injectable, Logger } from '@nestjs/common';
import { maySeeInternal } from '@deskhand/shared';
import { DataSource } from 'typeorm';
import type { Actor } from '../../auth/access/access.js';
import { FileMissing, FileStore } from '../../platform/files/file-store.js';
import { reportOf } from '../../platform/http/fault-report.js';
import { isId } from '../../platform/ids.js';
import { NotFound, Problem } from '../../platform/problems.js';
import { findTicket } from '../ticket/ticket-visibility.js';

interface FileRow {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly size: number;
  readonly uploaderId: string;
  readonly ticketId: string | null;
  readonly internal: boolean;
}

export interface Download {
  readonly name: string;
  readonly type: string;
  readonly size: number;
  readonly content: Readable;
}

/** Gives out files to those who see what they came with. */
@Injectable()
export class Downloads {
  private readonly logger = new Logger(Downloads.name);

  constructor(
    private readonly dataSource: DataSource,
    private readonly files: FileStore,
  ) {}

  /** A file that nothing came with yet is its uploader's alone. @throws NotFound */
  async open(actor: Actor, id: string): Promise<Download> {
    const file = await this.find(id);
    if (!file || !(await this.maySee(actor, file))) throw new NotFound('file');
    return { ...file, content: await this.read(id) };
  }

  private async find(id: string): Promise<FileRow | undefined> {
    if (!isId(id)) return undefined;
    const rows: FileRow[] = await this.dataSource.query(
      `SELECT f.id, f.name, f.type, f.size, f.uploader_id AS "uploaderId", f.ticket_id AS "ticketId",
         coalesce(m.internal, false) AS internal
       FROM attachments f LEFT JOIN comments m ON m.id = f.comment_id
       WHERE f.id = $1 AND f.stored_at IS NOT NULL AND f.discarded_at IS NULL`,
      [id],
    );
    return rows[0];
  }

  private async maySee(actor: Actor, { uploaderId, ticketId, internal }: FileRow): Promise<boolean> {
    if (ticketId === null) return uploaderId === actor.id;
    if (internal && !maySeeInternal(actor)) return false;
    try {
      await findTicket(this.dataSource.manager, actor, ticketId);
      return true;
    } catch (error) {
      if (error instanceof NotFound) return false;
      throw error;
    }
  }

  private async read(id: string): Promise<Readable> {
    try {
      return await this.files.read(id);
    } catch (error) {
      this.logger.error(reportOf(error));
      if (error instanceof FileMissing) throw new NotFound('file');
      const detail = 'Files cannot be read just now. Try again in a few minutes.';
      throw new Problem('unavailable', detail, { retryAfterSeconds: 60 });
    }
  }
}
