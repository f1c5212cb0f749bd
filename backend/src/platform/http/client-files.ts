import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import compression from 'compression';
import { type NextFunction, type Request, type RequestHandler, type Response, static as staticFiles } from 'express';
import { DAY } from '../clock.js';
import { Problem } from '../problems.js';

/** A file name that carries a hash of its content never changes what it holds. */
const HASHED = /-[A-Z0-9]{8}\.\w+$/;

/** Serves the built client from the API's own process; every path that is no file and not under /api is one of its pages. */
export function serveClient(app: NestExpressApplication, folder: string): void {
  const index = join(folder, 'index.html');
  if (!existsSync(index)) return;
  app.use(elsewhere(compression()));
  app.use(
    elsewhere(
      staticFiles(folder, {
        index: false,
        redirect: false,
        setHeaders: (response: Response, path: string) => {
          const seconds = (365 * DAY) / 1000;
          response.setHeader('Cache-Control', HASHED.test(path) ? `public, max-age=${seconds}, immutable` : 'no-cache');
        },
      }),
    ),
  );
  app.use(
    elsewhere((request, response, next) => {
      const isPage = request.method === 'GET' || request.method === 'HEAD';
      const isFile = /\.\w+$/.test(request.path);
      if (!isPage || isFile) next();
      else response.setHeader('Cache-Control', 'no-cache').sendFile(index);
    }),
  );
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
