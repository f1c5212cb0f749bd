import { AsyncLocalStorage } from 'node:async_hooks';
import { type IncomingMessage, Server, type ServerResponse } from 'node:http';
import pg from 'pg';

/** A statement with the values that it was sent with. */
export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** What one request asked of the database. */
export interface Recording {
  readonly path: string;
  readonly statements: readonly Statement[];
}

/**
 * Loaded into a process of the app before it starts (`node --import`): tells the parent, after each request, which
 * statements were sent to the database on its behalf. The process that is measured runs without it.
 */
const requests = new AsyncLocalStorage<Statement[]>();

const emit = Reflect.get(Server.prototype, 'emit') as (this: Server, event: string, ...args: unknown[]) => boolean;
Server.prototype.emit = function recorded(this: Server, event: string, ...args: unknown[]): boolean {
  if (event !== 'request') return emit.call(this, event, ...args);
  const [request, response] = args as [IncomingMessage, ServerResponse];
  const statements: Statement[] = [];
  response.once('finish', () => process.send?.({ path: request.url ?? '', statements } satisfies Recording));
  return requests.run(statements, () => emit.call(this, event, ...args));
};

type Query = (this: pg.Client, query: unknown, ...rest: unknown[]) => unknown;
const send = Reflect.get(pg.Client.prototype, 'query') as Query;
pg.Client.prototype.query = function recorded(this: pg.Client, query: unknown, ...rest: unknown[]): unknown {
  const text = typeof query === 'string' ? query : (query as { text?: string }).text;
  const values = Array.isArray(rest[0]) ? (rest[0] as unknown[]) : ((query as { values?: unknown[] }).values ?? []);
  if (text !== undefined) requests.getStore()?.push({ text, values });
  return send.call(this, query, ...rest);
} as typeof pg.Client.prototype.query;
