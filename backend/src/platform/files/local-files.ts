import { createWriteStream } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { isId } from '../ids.js';
import { FileMissing, FileStore } from './file-store.js';

/** In a folder of this machine. Only this user can read it. */
export class LocalFiles extends FileStore {
  constructor(private readonly folder: string) {
    super();
  }

  /** Under another name first, in the same folder, so that no reader meets half of it. */
  async write(id: string, content: Readable): Promise<void> {
    const path = this.pathOf(id);
    const folder = dirname(path);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    try {
      await pipeline(content, createWriteStream(unfinished(path), { flags: 'wx', mode: 0o600, flush: true }));
      await rename(unfinished(path), path);
      await flushFolder(folder);
    } catch (error) {
      await rm(unfinished(path), { force: true });
      throw error;
    }
  }

  async read(id: string): Promise<Readable> {
    try {
      const file = await open(this.pathOf(id));
      return file.createReadStream();
    } catch (error) {
      throw isMissing(error) ? new FileMissing(id) : error;
    }
  }

  async remove(id: string): Promise<void> {
    const path = this.pathOf(id);
    for (const each of [path, unfinished(path)]) await rm(each, { force: true });
  }

  /** The end of an id is random and its beginning the time, so the end spreads files evenly over the folders. */
  private pathOf(id: string): string {
    if (!isId(id)) throw new Error('a file is kept under an id');
    return join(this.folder, id.slice(-2), id.slice(-4, -2), id);
  }
}

function unfinished(path: string): string {
  return `${path}.part`;
}

/** Without it the new name may be lost with the power. Windows cannot, and needs not. */
async function flushFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(path);
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

function isMissing(error: unknown): boolean {
  return (error as { readonly code?: unknown } | null)?.code === 'ENOENT';
}
