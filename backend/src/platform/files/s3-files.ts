import { createWriteStream, openAsBlob } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { S3mini } from 's3mini';
import { MINUTE } from '../clock.js';
import type { BucketAddress } from './bucket-address.js';
import { FileMissing, FileStore } from './file-store.js';

/** In an S3-compatible bucket. */
export class S3Files extends FileStore {
  private readonly bucket: S3mini;
  private readonly prefix: string;

  constructor({ prefix, ...address }: BucketAddress) {
    super();
    this.prefix = prefix;
    this.bucket = new S3mini({ ...address, requestAbortTimeout: MINUTE });
  }

  /** A bucket wants to know the size beforehand, so the file is gathered on this machine first. */
  async write(id: string, content: Readable): Promise<void> {
    const folder = await mkdtemp(join(tmpdir(), 'deskhand-upload-'));
    try {
      const path = join(folder, id);
      await pipeline(content, createWriteStream(path, { mode: 0o600 }));
      await this.bucket.putObject(this.keyOf(id), await openAsBlob(path), 'application/octet-stream');
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  async read(id: string): Promise<Readable> {
    const response = await this.bucket.getObjectResponse(this.keyOf(id));
    if (!response?.body) throw new FileMissing(id);
    return Readable.fromWeb(response.body);
  }

  async remove(id: string): Promise<void> {
    await this.bucket.deleteObject(this.keyOf(id));
  }

  private keyOf(id: string): string {
    return `${this.prefix}${id}`;
  }
}
