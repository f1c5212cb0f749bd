import { join } from 'node:path';
import type { Settings } from '../config/settings.js';
import { readBucketAddress } from './bucket-address.js';
import type { FileStore } from './file-store.js';
import { LocalFiles } from './local-files.js';

/** Where the settings say that files are kept. Nothing is touched before the first file; what speaks S3 is loaded only for it. */
export async function openFileStore({ ATTACHMENTS_URL, DATA_DIR }: Settings): Promise<FileStore> {
  const bucket = ATTACHMENTS_URL === undefined ? undefined : readBucketAddress(ATTACHMENTS_URL);
  if (!bucket) return new LocalFiles(join(DATA_DIR, 'attachments'));
  const { S3Files } = await import('./s3-files.js');
  return new S3Files(bucket);
}
