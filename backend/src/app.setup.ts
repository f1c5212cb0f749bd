import { languageOf } from '@deskhand/shared';
import { type NestApplicationOptions, VersioningType } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import cookieParser from 'cookie-parser';
import type { NextFunction, Request, Response } from 'express';
import helmet from 'helmet';
import { DataSource } from 'typeorm';
import { describeApi, serveDocs } from './api-docs.js';
import { Settings } from './platform/config/settings.js';
import { refuseElsewhere, serveClient } from './platform/http/client-files.js';
import { giveRequestId } from './platform/http/request-context.js';
import { readInstallationSettings } from './settings/read-installation-settings.js';

/** How Nest is created: bodies are read after the guards; what goes wrong at the start is thrown, and told once. */
export const APP_OPTIONS: NestApplicationOptions = { bodyParser: false, logger: false, abortOnError: false };

/**
 * Everything that stands before the handlers; shared by the server, the API's description and the tests.
 *
 * @param clientFolder the built client, where it is served too
 */
export function setUpApp(app: NestExpressApplication, clientFolder?: string): void {
  const settings = app.get(Settings);
  app.disable('x-powered-by');
  if (settings.TRUST_PROXY) app.set('trust proxy', trustIn(settings.TRUST_PROXY));
  app.use(giveRequestId);
  app.use(securityHeaders(settings));
  if (clientFolder) {
    const { manager } = app.get(DataSource);
    serveClient(app, clientFolder, async () => languageOf((await readInstallationSettings(manager)).language));
  }
  app.use(refuseElsewhere);
  app.use('/api', (_request: Request, response: Response, next: NextFunction) => {
    response.setHeader('Cache-Control', 'no-store');
    next();
  });
  app.use(cookieParser());
  app.setGlobalPrefix('api');
  app.enableVersioning({ type: VersioningType.URI, defaultVersion: '1' });
  app.set('etag', false);
  serveDocs(app, describeApi(app));
}

/** A count of proxies is a number; addresses and names stay as they are. */
function trustIn(value: string): number | string {
  return /^\d+$/.test(value) ? Number(value) : value;
}

/** Only our own scripts run. Angular writes styles into the page, so inline styles are allowed. */
function securityHeaders(settings: Settings): ReturnType<typeof helmet> {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        scriptSrcAttr: ["'none'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        ...(settings.isHttps ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    strictTransportSecurity: settings.isHttps ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    referrerPolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
    crossOriginEmbedderPolicy: false,
  });
}
