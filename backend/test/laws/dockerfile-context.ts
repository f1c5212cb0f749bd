import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, matchesGlob } from 'node:path';
import { REPOSITORY } from './dockerfile-stages.js';

/** Every file that git knows, in the working copy. */
export function trackedFiles(): string[] {
  return execFileSync('git', ['ls-files', '-z'], { cwd: REPOSITORY, encoding: 'utf8' }).split('\0').filter(Boolean);
}

export function dockerIgnorePatterns(text = readFileSync(join(REPOSITORY, '.dockerignore'), 'utf8')): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
}

/** Whether Docker leaves the file out: a pattern matches it or one of its folders, counted from the context's root. */
export function isIgnored(path: string, patterns: readonly string[] = dockerIgnorePatterns()): boolean {
  const parts = path.split('/');
  const prefixes = parts.map((_, index) => parts.slice(0, index + 1).join('/'));
  return prefixes.some((prefix) => patterns.some((pattern) => matchesGlob(prefix, pattern)));
}
