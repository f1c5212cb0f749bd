import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '@deskhand/shared';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { DAY } from '../clock.js';
import { Problem } from '../problems.js';
import { encodedFiles } from './encoded-files.js';
import { fetchedAhead } from './fetched-ahead.js';
import { languageAskedFor } from './page-language.js';

/** A file name that carries a hash of its content never changes what it holds. */
const HASHED = /-[\w-]{8}\.\w+$/;
const pageIn = (language: Language): string => `/${language}/index.html`;

/**
 * Serves the built client from the API's own process; every path that is no file and not under /api is one of its pages. An open
 * page learns from each answer of the API which client is served now, and so that it is an old one itself.
 *
 * @param folder with the client as it was built, whole for each language, and as it was compressed
 * @param usualLanguage that of the installation, for readers whose language the client does not speak
 */
export function serveClient(app: NestExpressApplication, folder: string, usualLanguage: () => Promise<Language>): void {
  const plain = join(folder, 'browser');
  if (!existsSync(join(plain, pageIn('en')))) return;
  const id = idOf(plain);
  app.use('/api', (_request: Request, response: Response, next: NextFunction) => {
    response.setHeader('Deskhand-Client', id);
    next();
  });
  const files = encodedFiles({ plain, encoded: join(folder, 'encoded') }, (response, address) => {
    const seconds = (365 * DAY) / 1000;
    response.setHeader('Cache-Control', HASHED.test(address) ? `public, max-age=${seconds}, immutable` : 'no-cache');
  });
  const ahead = fetchedAhead(join(folder, 'ahead.json'));
  app.use(elsewhere(files));
  app.use(
    elsewhere((request, response, next) => {
      const isPage = request.method === 'GET' || request.method === 'HEAD';
      const isFile = /\.\w+$/.test(request.path);
      if (!isPage || isFile) {
        next();
        return;
      }
      // The address is the same in every language, so nothing between may take one language's page for another's.
      response.vary('Cookie, Accept-Language');
      const send = (language: Language): void => {
        const links = ahead(request, language);
        if (links !== '') response.setHeader('Link', links);
        request.url = pageIn(language);
        files(request, response, next);
      };
      const asked = languageAskedFor(request);
      if (asked) send(asked);
      else void usualLanguage().then(send, () => send('en'));
    }),
  );
}

/** Another one after each change: the names carry hashes of what the files hold. */
function idOf(folder: string): string {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  return createHash('sha256').update(names.join('\n')).digest('base64url').slice(0, 12);
}

/** The API's requests pass it by: looking for each of them among the files took a tenth of their time. */
function elsewhere(handler: RequestHandler): RequestHandler {
  return (request, response, next) => (isOfApi(request) ? next() : handler(request, response, next));
}

/** Nest answers under /api only; what is missing elsewhere is told in the same form. */
export function refuseElsewhere(request: Request, _response: Response, next: NextFunction): void {
  if (isOfApi(request)) next();
  else next(new Problem('not_found', 'There is nothing at this address.'));
}

function isOfApi({ path }: Request): boolean {
  return /^\/api(\/|$)/i.test(path);
}
