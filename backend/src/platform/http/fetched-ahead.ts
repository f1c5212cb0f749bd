import { readFileSync } from 'node:fs';
import type { Language } from '@deskhand/shared';
import type { Request } from 'express';

/** Groups of the client's scripts, as `frontend/assembly/gather.mjs` makes them. */
type Stage = 'front' | 'ways-in' | 'mine' | 'filing';
type Scripts = Partial<Record<Language, Partial<Record<Stage, readonly string[]>>>>;

/** The cookie that a browser may read is there as long as somebody is signed in. */
const SESSION = /(^|;\s*)deskhand-xsrf-/;

/**
 * Names for each page the scripts that its reader will need, so that the browser fetches them together with the first one instead
 * of one after the other.
 *
 * @param file what the build says of them; where there is none, as while developing, nothing is named
 * @returns the value of `Link`, empty for nothing
 */
export function fetchedAhead(file: string): (request: Request, language: Language) => string {
  const scripts = read(file);
  return (request, language) => {
    const names = scripts[language]?.[stageOf(request)] ?? [];
    return names.map((name) => `</${language}/${name}>; rel=modulepreload`).join(', ');
  };
}

/** Whoever is signed out sees the front page or is asked to sign in; everybody else sees a page within the frame. */
function stageOf({ path, headers }: Request): Stage {
  if (!SESSION.test(headers.cookie ?? '')) return path === '/' ? 'front' : 'ways-in';
  return path === '/tickets/new' ? 'filing' : 'mine';
}

function read(file: string): Scripts {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Scripts;
  } catch {
    return {};
  }
}
