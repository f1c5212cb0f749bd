import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { isGoodToken } from '../../src/bench/bare/verify-token.js';
import { KeepAliveClient, requestBytes } from '../../src/bench/load/keep-alive-client.js';

async function answerInPieces(request: IncomingMessage, response: ServerResponse): Promise<void> {
  let body = '';
  for await (const piece of request) body += String(piece);
  const status = request.method === 'POST' && body === 'grüße' ? 201 : 200;
  response.writeHead(status, { 'content-length': 6 });
  response.write('abc');
  await delay(20);
  response.end('def');
}

describe('A connection of the load', () => {
  let server: Server;
  let port: number;
  const connections = new Set<unknown>();

  beforeAll(async () => {
    server = createServer((request, response) => {
      connections.add(request.socket);
      void answerInPieces(request, response);
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    port = (server.address() as AddressInfo).port;
  });

  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  it('is kept from one request to the next, and waits for the whole of an answer that comes in pieces', async () => {
    const client = await KeepAliveClient.open(port);
    const get = requestBytes('localhost', { method: 'GET', path: '/', headers: {} });
    const post = requestBytes('localhost', { method: 'POST', path: '/', headers: { a: 'b' }, body: 'grüße' });
    const begun = performance.now();
    expect([await client.send(get), await client.send(post), await client.send(get)]).toEqual([200, 201, 200]);
    expect(performance.now() - begun).toBeGreaterThan(50);
    expect(connections.size).toBe(1);
    client.close();
  });
});

describe('The token at the bare server', () => {
  const KEYS = { secret: 'a secret of the bench', installationId: 'here' };
  const NOW = 1_700_000_000_000;
  const encoded = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const token = (claims: object, secret = KEYS.secret, alg = 'HS256'): string => {
    const signed = `${encoded({ alg })}.${encoded({ iss: 'here', exp: NOW / 1_000 + 60, ...claims })}`;
    return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`;
  };

  it('is verified as the app does it', () => {
    expect(isGoodToken(token({}), KEYS, NOW)).toBe(true);
    expect(isGoodToken(token({}, 'another secret'), KEYS, NOW)).toBe(false);
    expect(isGoodToken(token({ exp: NOW / 1_000 - 1 }), KEYS, NOW)).toBe(false);
    expect(isGoodToken(token({ iss: 'elsewhere' }), KEYS, NOW)).toBe(false);
    expect(isGoodToken(token({}, KEYS.secret, 'none'), KEYS, NOW)).toBe(false);
    expect(isGoodToken('', KEYS, NOW)).toBe(false);
  });
});
