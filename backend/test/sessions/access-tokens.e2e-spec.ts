import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { JwtService } from '@nestjs/jwt';
import { createHmac, generateKeyPairSync, randomBytes } from 'node:crypto';
import { newId } from '../../src/platform/ids.js';
import { Api } from '../app/api.js';
import { startApp, type TestApp } from '../app/app.js';
import { aUser, PASSWORD, type Somebody } from '../app/builders.js';
import { Browser } from '../app/browser.js';

const base64 = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

type Claims = Record<string, unknown>;

describe('S12 access tokens', () => {
  let app: TestApp;
  let emma: Somebody;
  let ada: Somebody;
  let good: Claims;
  let sidOfAda: string;
  let refreshToken: string;

  const claimsIn = (token: string): Claims =>
    JSON.parse(Buffer.from(token.split('.')[1]!, 'base64url').toString()) as Claims;

  async function tokensOf(person: Somebody): Promise<{ accessToken: string; refreshToken: string }> {
    const sent = { email: person.email, password: PASSWORD };
    return (await new Api(app.url).post<{ accessToken: string; refreshToken: string }>('/auth/token', sent)).body;
  }

  beforeAll(async () => {
    app = await startApp();
    [emma, ada] = [await aUser(app, 'employee', 'Emma'), await aUser(app, 'admin', 'Ada')];
    const tokens = await tokensOf(emma);
    good = claimsIn(tokens.accessToken);
    refreshToken = tokens.refreshToken;
    sidOfAda = String(claimsIn((await tokensOf(ada)).accessToken).sid);
  });
  afterAll(() => app.close());

  /** Signs as the app would, with whatever an attacker changed. */
  function sign(claims: Claims, header: object = { alg: 'HS256', typ: 'JWT' }, secret = app.keys.jwtSecret): string {
    const signed = `${base64(header)}.${base64(claims)}`;
    const { alg } = header as { alg: string };
    const hash = alg.startsWith('HS') ? `sha${alg.slice(2)}` : 'sha256';
    return `${signed}.${createHmac(hash, secret).update(signed).digest('base64url')}`;
  }

  const without = (name: string): Claims => Object.fromEntries(Object.entries(good).filter(([key]) => key !== name));
  const status = async (token: string): Promise<number> => (await new Api(app.url, token).get('/auth/me')).status;

  it('S12 takes the token that it made, so that this test can fail', async () => {
    expect(await status(sign(good))).toBe(200);
    expect(good).toMatchObject({ iss: app.keys.installationId, aud: 'deskhand:api', purpose: 'access' });
    expect(Number(good.exp) - Number(good.iat)).toBe(15 * 60);
  });

  const FORGED: readonly (readonly [string, () => string])[] = [
    ['no signature, alg none', () => `${base64({ alg: 'none' })}.${base64(good)}.`],
    ['alg None with a signature', () => sign(good, { alg: 'None' })],
    ['no algorithm', () => sign(good, { alg: '' })],
    ['HS512 with our secret', () => sign(good, { alg: 'HS512' })],
    ['HS384 with our secret', () => sign(good, { alg: 'HS384' })],
    ['another secret', () => sign(good, undefined, randomBytes(32).toString('hex'))],
    ['an empty secret', () => sign(good, undefined, '')],
    ['a key in its own header', () => sign(good, { alg: 'HS256', jwk: { kty: 'oct', k: 'eA' } }, 'x')],
    ['RS256 of a key of the attacker', () => rsaSigned(good)],
    ['another issuer', () => sign({ ...good, iss: 'deskhand' })],
    ["another installation's issuer", () => sign({ ...good, iss: newId() })],
    ['no issuer', () => sign(without('iss'))],
    ['another audience', () => sign({ ...good, aud: 'deskhand:mail' })],
    ['no audience', () => sign(without('aud'))],
    ['another purpose', () => sign({ ...good, purpose: 'reset' })],
    ['no purpose', () => sign(without('purpose'))],
    ['a moment past its end', () => sign({ ...good, exp: Math.floor(app.clock.now().getTime() / 1000) - 1 })],
    ['no end', () => sign(without('exp'))],
    ['an end that is no number', () => sign({ ...good, exp: '9999999999' })],
    ["another person's session", () => sign({ ...good, sid: sidOfAda })],
    ["another person under one's own session", () => sign({ ...good, sub: ada.id })],
    ['a session that is not there', () => sign({ ...good, sid: newId() })],
    ['a session that is no id', () => sign({ ...good, sid: "' OR true --" })],
    ['a session that is a list', () => sign({ ...good, sid: [good.sid] })],
    ['a person that is an object', () => sign({ ...good, sub: { id: good.sub } })],
    ['no person', () => sign(without('sub'))],
    ['a refresh token', () => refreshToken],
    ['claims without their signature', () => sign(good).split('.').slice(0, 2).join('.')],
    ['a changed role among the claims and the old signature', () => changed(sign(good))],
    ['nothing', () => ''],
    ['NUL and noise', () => '%00.%00.%00'],
  ];

  function rsaSigned(claims: Claims): string {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    return new JwtService({}).sign(claims, {
      algorithm: 'RS256',
      privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }),
    });
  }

  function changed(token: string): string {
    const [header, , signature] = token.split('.');
    return `${header}.${base64({ ...good, role: 'admin' })}.${signature}`;
  }

  it.each(FORGED)('S12 refuses %s, as bearer and as cookie', async (_, forge) => {
    const token = forge();
    expect(await status(token)).toBe(401);
    const browser = new Browser(app.url, new Map([[`deskhand-access-${app.keys.cookieSuffix}`, token]]));
    expect((await browser.get('/auth/me')).status).toBe(401);
  });

  it('S12 believes the table for the role, whatever the token says', async () => {
    const token = sign({ ...good, role: 'admin', permissions: ['people.manage'] });
    const me = await new Api(app.url, token).get<{ role: string }>('/auth/me');
    expect(me.body.role).toBe('employee');
    expect((await new Api(app.url, token).get('/users')).status).toBe(403);
  });

  it('S12 a token ends after a quarter of an hour by the clock of the app', async () => {
    const { accessToken } = await tokensOf(emma);
    app.clock.advance(14 * 60_000);
    expect(await status(accessToken)).toBe(200);
    app.clock.advance(60_000);
    expect(await status(accessToken)).toBe(401);
  });
});
