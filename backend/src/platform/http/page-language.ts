import { knownLanguage, type Language, LANGUAGE_COOKIE, LANGUAGES } from '@deskhand/shared';
import type { Request } from 'express';

/** What the reader chose in this browser, or else what the browser says that he reads; undefined if it is none of ours. */
export function languageAskedFor(request: Request): Language | undefined {
  return knownLanguage(chosenIn(request.headers.cookie)) ?? acceptedBy(request);
}

/** Pages are served before cookies are taken apart. */
function chosenIn(cookies = ''): string | undefined {
  const cookie = cookies.split(';').find((each) => each.trim().startsWith(`${LANGUAGE_COOKIE}=`));
  return cookie?.slice(cookie.indexOf('=') + 1).trim();
}

/** Who does not say what he reads accepts anything, and gets what the installation speaks. */
function acceptedBy(request: Request): Language | undefined {
  if (request.headers['accept-language'] === undefined) return undefined;
  return knownLanguage(request.acceptsLanguages(...LANGUAGES) || null);
}
