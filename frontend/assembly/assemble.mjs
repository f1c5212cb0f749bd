import { cp, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { ASKED_FIRST } from './asked-first.mjs';
import { compress } from './compress.mjs';
import { gather } from './gather.mjs';

/** Makes of what Angular's builder made what is served: fewer scripts, and all of it compressed. */
const BUILT = join(import.meta.dirname, '../.angular/built');
const PAGES = join(BUILT, 'browser');
const DIST = join(import.meta.dirname, '../dist');

await rm(DIST, { recursive: true, force: true });
const files = await readdir(PAGES, { recursive: true });
/** @type {Record<string, Record<string, string[]>>} */
const scripts = {};
for (const page of files.filter((file) => /(^|[\\/])index\.html$/.test(file))) {
  const folder = dirname(join(PAGES, page));
  const language = relative(PAGES, folder);
  scripts[language] = await gather(folder, join(DIST, 'browser', language));
}
await writeFile(join(DIST, 'ahead.json'), JSON.stringify({ scripts, asks: ASKED_FIRST }, null, 2));
await cp(join(BUILT, '3rdpartylicenses.txt'), join(DIST, '3rdpartylicenses.txt'));
await compress(join(DIST, 'browser'), join(DIST, 'encoded'));
