import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import S3rver from '@20minutes/s3rver';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { readBucketAddress } from '../../src/platform/files/bucket-address.js';
import { FileMissing, type FileStore } from '../../src/platform/files/file-store.js';
import { LocalFiles } from '../../src/platform/files/local-files.js';
import { S3Files } from '../../src/platform/files/s3-files.js';
import { newId } from '../../src/platform/ids.js';

describe('what keeps files', () => {
  let folder: string;
  let bucket: S3rver;
  let url: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'deskhand-files-'));
    bucket = new S3rver({
      address: '127.0.0.1',
      port: 0,
      silent: true,
      directory: join(folder, 'buckets'),
      configureBuckets: [{ name: 'deskhand', configs: [] }],
    });
    const { port } = await bucket.run();
    url = `s3://S3RVER:S3RVER@127.0.0.1:${port}/deskhand/some/prefix?region=us-east-1&tls=false`;
  });
  afterAll(async () => {
    await bucket.close();
    await rm(folder, { recursive: true });
  });

  const STORES: readonly (readonly [string, () => FileStore])[] = [
    ['a folder', () => new LocalFiles(join(folder, 'local'))],
    ['an S3-compatible bucket', () => new S3Files(readBucketAddress(url)!)],
  ];

  describe.each(STORES)('files in %s', (_, open) => {
    it('come back as they were, and are gone once they are removed', async () => {
      const store = open();
      for (const content of [Buffer.alloc(0), Buffer.from('short'), Buffer.alloc(3_000_000, 'long')]) {
        const id = newId();
        await store.write(id, Readable.from([content], { objectMode: false }));
        expect((await buffer(await store.read(id))).equals(content)).toBe(true);
        await store.remove(id);
        await expect(store.read(id)).rejects.toThrow(FileMissing);
        await store.remove(id);
      }
    });

    it('are not there if their content broke off', async () => {
      const store = open();
      const id = newId();
      const content = Readable.from(
        (function* () {
          yield Buffer.from('half');
          throw new Error('cut off');
        })(),
      );
      await expect(store.write(id, content)).rejects.toThrow('cut off');
      await expect(store.read(id)).rejects.toThrow(FileMissing);
    });
  });

  it('only this user reads the files of a folder, and nothing else is left there', async () => {
    const root = join(folder, 'modes');
    const id = newId();
    await new LocalFiles(root).write(id, Readable.from(['x']));
    const places = await readdir(root, { recursive: true });
    expect(places.sort()).toEqual([
      id.slice(-2),
      join(id.slice(-2), id.slice(-4, -2)),
      join(id.slice(-2), id.slice(-4, -2), id),
    ]);
    const modes = await Promise.all(
      places.map(async (place) => ((await stat(join(root, place))).mode & 0o777).toString(8)),
    );
    expect(modes).toEqual(['700', '700', '600']);
  });

  it('a name that is no id leads nowhere', async () => {
    const store = new LocalFiles(join(folder, 'local'));
    for (const id of ['../../etc/passwd', '', '.', 'a/b']) await expect(store.read(id)).rejects.toThrow('under an id');
  });

  it('a bucket with another secret is not opened', async () => {
    const store = new S3Files(readBucketAddress(url.replace(':S3RVER@', ':wrong@'))!);
    await expect(store.write(newId(), Readable.from(['x']))).rejects.toThrow('403');
    await expect(store.read(newId())).rejects.toThrow('403');
  });
});

describe('the address of a bucket', () => {
  it('tells everything about it', () => {
    expect(readBucketAddress('s3://AK:a%2Fb%2Bc@s3.example.org:9000/files/a/b/?region=eu-central-1&tls=false')).toEqual(
      {
        endpoint: 'http://s3.example.org:9000/files',
        prefix: 'a/b/',
        region: 'eu-central-1',
        accessKeyId: 'AK',
        secretAccessKey: 'a/b+c',
      },
    );
    expect(readBucketAddress('s3://AK:secret@s3.example.org/files')).toMatchObject({
      endpoint: 'https://s3.example.org/files',
      prefix: '',
      region: 'us-east-1',
    });
  });

  it.each([
    's3://s3.example.org/files',
    's3://AK@s3.example.org/files',
    's3://AK:secret@s3.example.org',
    's3://AK:secret@s3.example.org/files?tls=maybe',
    's3://AK:secret@s3.example.org/files?acl=public',
    's3://AK:se%zzcret@s3.example.org/files',
    'https://AK:secret@s3.example.org/files',
    'files',
  ])('%s is none', (text) => {
    expect(readBucketAddress(text)).toBeUndefined();
  });
});
