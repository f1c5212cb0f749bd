import { readFileSync } from 'node:fs';
import type { Language } from '@deskhand/shared';
import type { Request } from 'express';

/** Pages whose scripts `frontend/assembly/gather.mjs` names. */
type Page = 'front' | 'ways-in' | 'mine' | 'filing' | 'ticket' | 'queue';

/** As `frontend/assembly/assemble.mjs` writes it. */
interface Ahead {
  readonly scripts: Partial<Record<Language, Partial<Record<Page, readonly string[]>>>>;
  /** Addresses of the API by paths of pages, as an expression whose first group stands for `$1`. */
  readonly asks: readonly { readonly page: string; readonly asks: readonly string[] }[];
}

/** The cookie that a browser may read is there as long as somebody is signed in. */
const SESSION = /(^|;\s*)deskhand-xsrf-/;

/**
 * Names for each page the scripts that its reader will need, and what they will ask the API for first, so that the browser
 * fetches all of it together instead of one after the other.
 *
 * @param file what the build says of them; where there is none, as while developing, nothing is named
 * @returns the value of `Link`, empty for nothing
 */
export function fetchedAhead(file: string): (request: Request, language: Language) => string {
  const { scripts, asks } = read(file);
  const pages = asks.map(({ page, asks }) => ({ page: new RegExp(page), asks }));
  return (request, language) => {
    const names = scripts[language]?.[pageOf(request)] ?? [];
    // Styles and data go first on a slow line: the mark is to be seen while the scripts come.
    const links = names.map((name) => `</${language}/${name}>; rel=modulepreload; fetchpriority=low`);
    // What a query asks for is another list.
    if (!isSignedIn(request) || request.url.includes('?')) return links.join(', ');
    const addresses = pages.flatMap(({ page, asks }) => {
      const found = page.exec(request.path);
      return found ? asks.map((address) => address.replace('$1', found[1] ?? '')) : [];
    });
    return [...links, ...addresses.map((address) => `<${address}>; rel=preload; as=fetch; crossorigin`)].join(', ');
  };
}

/** Whoever is signed out sees the front page or is asked to sign in; everybody else sees a page within the frame. */
function pageOf(request: Request): Page {
  const { path } = request;
  if (!isSignedIn(request)) return path === '/' ? 'front' : 'ways-in';
  if (path === '/tickets/new') return 'filing';
  if (path.startsWith('/tickets/')) return 'ticket';
  return path === '/queue' ? 'queue' : 'mine';
}

function isSignedIn({ headers }: Request): boolean {
  return SESSION.test(headers.cookie ?? '');
}

function read(file: string): Ahead {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Ahead;
  } catch {
    return { scripts: {}, asks: [] };
  }
}
