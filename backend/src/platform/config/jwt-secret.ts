import { chownSync, linkSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { newId, newSecret } from '../ids.js';
import type { Settings } from './settings.js';

/**
 * The secret that signs access tokens: the setting or, outside production, one that is made once and kept in
 * `DATA_DIR`, readable by its owner only. It appears whole or not at all, and two processes that start together agree
 * on whichever came first.
 */
export function jwtSecret(settings: Settings): string {
  if (settings.JWT_SECRET) return settings.JWT_SECRET;
  const file = join(settings.DATA_DIR, 'jwt-secret');
  const draft = `${file}.${newId()}`;
  mkdirSync(settings.DATA_DIR, { recursive: true });
  writeFileSync(draft, newSecret(), { mode: 0o600 });
  // Started as root in somebody's folder, it stays his, so that he can start it himself the next time.
  if (process.getuid?.() === 0) chownSync(draft, statSync(settings.DATA_DIR).uid, statSync(settings.DATA_DIR).gid);
  try {
    linkSync(draft, file);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  } finally {
    rmSync(draft);
  }
  return readFileSync(file, 'utf8');
}
