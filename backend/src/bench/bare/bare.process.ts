import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ActorFacts } from '@deskhand/shared';
import { Pool, type PoolConfig } from 'pg';
import { Clock } from '../../platform/clock.js';
import { PreparingClient } from '../../platform/database/preparing-client.js';
import type { Statement } from '../measuring/recorder.js';
import { type AnswerKind, copiedAnswer, listAnswer } from './answers.js';
import { isGoodToken } from './verify-token.js';

/**
 * A server of nothing but `node:http` and `pg`: it verifies the token, runs the statements that the app ran for the same
 * address, one after the other and prepared where the app prepares them, and answers the same bytes. What the app takes beyond this is the app's own.
 */
export interface BareRoute {
  readonly path: string;
  readonly statements: readonly Statement[];
  readonly answer: unknown;
  readonly headers: Readonly<Record<string, string>>;
  readonly kind: AnswerKind;
  readonly reader: ActorFacts;
}

export interface BareStart {
  readonly pool: PoolConfig;
  readonly keys: { readonly secret: string; readonly installationId: string };
}

export type BareMessage = { readonly start: BareStart } | { readonly routes: readonly BareRoute[] };

const routes = new Map<string, BareRoute>();
const clock = new Clock();
let pool: Pool;
let keys: BareStart['keys'];

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const token = (request.headers.authorization ?? '').slice('Bearer '.length);
  const route = routes.get(request.url ?? '');
  if (!route || !isGoodToken(token, keys, clock.now().getTime())) {
    response.writeHead(route ? 401 : 404).end();
    return;
  }
  const results: Record<string, unknown>[][] = [];
  for (const { text, values } of route.statements) {
    const { rows } = await pool.query<Record<string, unknown>>(text, [...values]);
    results.push(rows);
  }
  const body = Buffer.from(
    route.kind === 'rows'
      ? listAnswer(route.answer as Parameters<typeof listAnswer>[0], results, route.reader)
      : copiedAnswer(route.answer),
  );
  response.writeHead(200, { ...route.headers, 'content-length': body.length }).end(body);
}

const server = createServer((request, response) => {
  answer(request, response).catch((error: unknown) => {
    console.error(error);
    response.writeHead(500).end();
  });
});

process.on('message', (message: BareMessage) => {
  if ('routes' in message) {
    for (const route of message.routes) routes.set(route.path, route);
    process.send?.('taken');
    return;
  }
  pool = new Pool({ ...message.start.pool, Client: PreparingClient });
  keys = message.start.keys;
  server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
});

// Nothing is left behind where the parent was killed.
process.on('disconnect', () => process.exit());
