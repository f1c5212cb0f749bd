import type { IncomingMessage, ServerResponse } from 'node:http';
import type { KeptMails } from './kept-mails.js';
import { listPage, mailPage, missingPage } from './pages.js';

/** No scripts, and nothing from elsewhere: mails bring neither along. */
const HEADERS = {
  'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-src 'self'",
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'SAMEORIGIN',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-store',
};

/** A site in the browser that lets its own name lead here must not read mails: only this machine's names are answered. */
const OWN_NAMES = /^(127\.0\.0\.1|localhost)(:\d+)?$/;

export function answer(mails: KeptMails, request: IncomingMessage, response: ServerResponse): void {
  const isOurs = OWN_NAMES.test(request.headers.host ?? '') && request.method === 'GET';
  const [status, type, body] = isOurs ? pageAt(mails, request.url ?? '/') : [403, 'text/plain', 'Not here.'];
  response.writeHead(status, { ...HEADERS, 'Content-Type': `${type}; charset=utf-8` }).end(body);
}

type Page = readonly [status: number, type: string, body: string];

function pageAt(mails: KeptMails, path: string): Page {
  if (path === '/') return [200, 'text/html', listPage(mails.all)];
  const [, number, form] = /^\/(\d+)(?:\/(html|text|source))?$/.exec(path) ?? [];
  const mail = mails.find(Number(number));
  if (!mail) return [404, 'text/html', missingPage()];
  if (form === 'source') return [200, 'text/plain', mail.source];
  return [200, 'text/html', mailPage(mail, form === 'text' || mail.html === '' ? 'text' : 'html')];
}
