import { Readable } from 'node:stream';
import { Injectable, Logger } from '@nestjs/common';
import type { Request } from 'express';
import { DataSource, IsNull } from 'typeorm';
import type { Actor } from '../../auth/access/access.js';
import { Clock } from '../../platform/clock.js';
import { FileStore } from '../../platform/files/file-store.js';
import { reportOf } from '../../platform/http/fault-report.js';
import { newId } from '../../platform/ids.js';
import { Problem, TooManyRequests } from '../../platform/problems.js';
import { readInstallationSettings } from '../../settings/read-installation-settings.js';
import type { AttachmentDto } from './attachment.dto.js';
import { Attachment } from './attachment.entity.js';
import { fileNameOf } from './file-name.js';
import { receiveFile, type ReceivedFile } from './receive-file.js';
import { HEAD_BYTES, recognise } from './recognise.js';

/** Files that somebody may have uploaded within a day without sending anything with them. */
const MOST_WAITING = 200;
const RETRY_S = 3600;

/** Takes files in before the ticket or comment that they come with. */
@Injectable()
export class Uploads {
  private readonly logger = new Logger(Uploads.name);

  constructor(
    private readonly dataSource: DataSource,
    private readonly files: FileStore,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem where the form holds no file that can be taken, or where files cannot be kept just now */
  async upload(actor: Actor, request: Request): Promise<AttachmentDto> {
    const { manager } = this.dataSource;
    const { attachmentMegabytes } = await readInstallationSettings(manager);
    const waiting = await manager.countBy(Attachment, { uploaderId: actor.id, ticketId: IsNull() });
    if (waiting >= MOST_WAITING) {
      throw new TooManyRequests(RETRY_S, 'You have uploaded many files and sent nothing with them. Try again later.');
    }
    return receiveFile(request, attachmentMegabytes, (file) => this.keep(actor, file));
  }

  /**
   * The row first, so that whatever a killed process leaves has one, by which it is swept; then the file; then the row is
   * told that the file is there.
   */
  async keep(actor: Actor, { name, content }: ReceivedFile): Promise<AttachmentDto> {
    const id = newId();
    const createdAt = this.clock.now();
    const { manager } = this.dataSource;
    const row = { id, name: fileNameOf(name), uploaderId: actor.id, createdAt };
    await manager.insert(Attachment, { ...row, type: 'application/octet-stream', size: 0 });
    try {
      const look = new Look();
      await this.write(id, Readable.from(look.through(content), { objectMode: false }));
      const facts = { ...(await recognise(look.head)), size: look.size };
      await manager.update(Attachment, { id }, { ...facts, storedAt: this.clock.now() });
      return { id, name: row.name, ...facts, createdAt: createdAt.toISOString() };
    } catch (error) {
      await this.forget(id);
      throw error;
    }
  }

  /** What breaks off the content is a problem already; anything else is the store's. */
  private async write(id: string, content: Readable): Promise<void> {
    try {
      await this.files.write(id, content);
    } catch (error) {
      if (error instanceof Problem) throw error;
      this.logger.error(reportOf(error));
      const detail = 'Files cannot be kept just now. Try again in a few minutes.';
      throw new Problem('unavailable', detail, { retryAfterSeconds: 60 });
    }
  }

  /** What this cannot remove is swept later. */
  private async forget(id: string): Promise<void> {
    try {
      await this.files.remove(id);
      await this.dataSource.manager.delete(Attachment, { id });
    } catch (error) {
      this.logger.warn(reportOf(error));
    }
  }
}

/** Looks at a content while it passes. */
class Look {
  size = 0;
  private readonly beginning: Buffer[] = [];

  get head(): Buffer {
    return Buffer.concat(this.beginning).subarray(0, HEAD_BYTES);
  }

  async *through(content: Readable): AsyncGenerator<Buffer> {
    for await (const chunk of content as AsyncIterable<Buffer>) {
      if (this.size < HEAD_BYTES) this.beginning.push(chunk);
      this.size += chunk.length;
      yield chunk;
    }
  }
}
