import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSettings } from '../../src/platform/config/read-settings.js';
import { StartupProblem } from '../../src/platform/startup-problem.js';

const SECRET = 'Zr7pV2xQ9mKd4LhT6wNb8YcF3jGs5RaE';
const GOOD = { NODE_ENV: 'production', PUBLIC_URL: 'https://tickets.acme.example', JWT_SECRET: SECRET };

type Environment = Record<string, string | undefined>;

function refusal(environment: Environment): string {
  try {
    readSettings(environment, '/nowhere');
    return 'taken';
  } catch (error) {
    if (!(error instanceof StartupProblem)) throw error;
    return error.message;
  }
}

describe('S16 production refuses to start on weak settings', () => {
  it('S16 starts with good ones, so that this test can fail', () => {
    expect(refusal(GOOD)).toBe('taken');
    expect(refusal({ ...GOOD, SETUP_TOKEN: 'k9XvB2Zr7pV2xQ9mKd4LhT6wNb8YcF3j', BCRYPT_COST: '13' })).toBe('taken');
    expect(refusal({ ...GOOD, PUBLIC_URL: 'http://tickets.acme.example', ALLOW_HTTP: 'true' })).toBe('taken');
    const mail = { MAIL_URL: 'smtp://a%40b.example:x@mail.acme.example', MAIL_FROM: 'IT help <help@acme.example>' };
    expect(refusal({ ...GOOD, ...mail })).toBe('taken');
  });

  const BAD: readonly (readonly [string, Environment, string])[] = [
    ['no secret', { JWT_SECRET: undefined }, 'JWT_SECRET'],
    ['an empty secret', { JWT_SECRET: '' }, 'JWT_SECRET'],
    ['a short secret', { JWT_SECRET: SECRET.slice(1) }, 'JWT_SECRET'],
    ['a secret of blanks', { JWT_SECRET: ' '.repeat(40) }, 'JWT_SECRET'],
    ['one letter again and again', { JWT_SECRET: 'k'.repeat(40) }, 'JWT_SECRET'],
    ['a few letters again and again', { JWT_SECRET: 'k3Zp'.repeat(10) }, 'JWT_SECRET'],
    ['the alphabet', { JWT_SECRET: 'abcdefghijklmnopqrstuvwxyz0123456789' }, 'JWT_SECRET'],
    ['the keyboard', { JWT_SECRET: 'qwertyuiopasdfghjklzxcvbnmqwertyuiop' }, 'JWT_SECRET'],
    ['change-me', { JWT_SECRET: 'change-me-change-me-please-change-me' }, 'JWT_SECRET'],
    ["the example of JWT's own page", { JWT_SECRET: 'a-string-secret-at-least-256-bits-long' }, 'JWT_SECRET'],
    ['its older one', { JWT_SECRET: 'your-256-bit-secret-your-256-bit-secret' }, 'JWT_SECRET'],
    ['the keyboard cat', { JWT_SECRET: 'keyboard cat keyboard cat keyboard cat' }, 'JWT_SECRET'],
    ['a password', { JWT_SECRET: 'MyVeryLongPassword-Zr7pV2xQ9mKd4LhT6wNb' }, 'JWT_SECRET'],
    ['a short token of setup', { SETUP_TOKEN: SECRET.slice(1) }, 'SETUP_TOKEN'],
    ['a well-known token of setup', { SETUP_TOKEN: 'setup-token-change-me-setup-token-123' }, 'SETUP_TOKEN'],
    ['no public URL', { PUBLIC_URL: undefined }, 'PUBLIC_URL'],
    ['a public URL without https', { PUBLIC_URL: 'http://tickets.acme.example' }, 'PUBLIC_URL'],
    ['not even on this machine', { PUBLIC_URL: 'http://localhost:3000' }, 'PUBLIC_URL'],
    ['ALLOW_HTTP that says no', { PUBLIC_URL: 'http://tickets.acme.example', ALLOW_HTTP: '0' }, 'PUBLIC_URL'],
    ['ALLOW_HTTP that says neither', { PUBLIC_URL: 'http://acme.example', ALLOW_HTTP: 'perhaps' }, 'ALLOW_HTTP'],
    ['a public URL of another scheme', { PUBLIC_URL: 'ftp://tickets.acme.example' }, 'PUBLIC_URL'],
    ['a public URL that is none', { PUBLIC_URL: 'tickets.acme.example' }, 'PUBLIC_URL'],
    ['a public URL with a query', { PUBLIC_URL: 'https://tickets.acme.example/?from=mail' }, 'PUBLIC_URL'],
    ['a public URL with a password', { PUBLIC_URL: 'https://user:hunter2@tickets.acme.example' }, 'PUBLIC_URL'],
    ['cheap hashes', { BCRYPT_COST: '11' }, 'BCRYPT_COST'],
    ['hashes that take for ever', { BCRYPT_COST: '31' }, 'BCRYPT_COST'],
    ['a cost that is no number', { BCRYPT_COST: 'twelve' }, 'BCRYPT_COST'],
    ['a mode that nobody knows', { NODE_ENV: 'prod' }, 'NODE_ENV'],
    ['a port that is none', { PORT: '70000' }, 'PORT'],
    ['a database of another kind', { DATABASE_URL: 'mysql://root:hunter2@localhost/db' }, 'DATABASE_URL'],
    ['a mail server of another kind', { MAIL_URL: 'http://user:hunter2@mail.acme.example' }, 'MAIL_URL'],
    ['a mail server without whom mail comes from', { MAIL_URL: 'smtp://user:hunter2@mail.acme.example' }, 'MAIL_FROM'],
    ['mail from no address', { MAIL_FROM: 'The people of hunter2' }, 'MAIL_FROM'],
    ['no limit at all', { RATE_LIMIT: '0' }, 'RATE_LIMIT'],
    ['a log that tells nobody knows what', { LOG_LEVEL: 'verbose' }, 'LOG_LEVEL'],
    ['proxies that are none', { TRUST_PROXY: 'banana' }, 'TRUST_PROXY'],
    ['every proxy', { TRUST_PROXY: 'true' }, 'TRUST_PROXY'],
    ['a secret twice', { JWT_SECRET_FILE: '/run/secrets/jwt' }, 'JWT_SECRET_FILE'],
    ['a secret in a file that is not there', { JWT_SECRET: '', JWT_SECRET_FILE: '/nowhere/at/all' }, 'JWT_SECRET_FILE'],
  ];

  it.each(BAD)('S16 refuses %s, in a sentence that names the setting and never the value', (_, change, name) => {
    const message = refusal({ ...GOOD, ...change });
    expect(message).toContain(name);
    expect(message).not.toContain('\n');
    for (const value of Object.values(change).filter((each) => each && each.length > 8))
      expect(message).not.toContain(value);
    expect(message).not.toMatch(/hunter2|Zr7pV2xQ9mKd/);
  });

  it.each(['1', '2', 'loopback', '10.0.0.0/8, 192.168.1.1', 'loopback, uniquelocal', '::1', 'fd00::/8'])(
    'S16 takes %s for proxies to trust',
    (TRUST_PROXY) => expect(refusal({ ...GOOD, TRUST_PROXY })).toBe('taken'),
  );

  it('S16 outside production starts without any, yet not with a public name without TLS nor with cheap hashes', () => {
    expect(refusal({})).toBe('taken');
    expect(refusal({ PUBLIC_URL: 'http://localhost:8080' })).toBe('taken');
    expect(refusal({ PUBLIC_URL: 'http://tickets.acme.example' })).toContain('PUBLIC_URL');
    expect(refusal({ BCRYPT_COST: '4' })).toContain('BCRYPT_COST');
    expect(refusal({ BCRYPT_COST: '4', NODE_ENV: 'test' })).toBe('taken');
  });

  describe('secrets in files', () => {
    let folder: string;

    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'deskhand-secrets-'));
      await writeFile(join(folder, 'good'), `${SECRET}\n`);
      await writeFile(join(folder, 'short'), 'Zr7pV2xQ9m\n');
    });
    afterAll(() => rm(folder, { recursive: true }));

    it('S16 are read, without the line end, and judged alike', () => {
      const from = (file: string): Environment => ({
        ...GOOD,
        JWT_SECRET: undefined,
        JWT_SECRET_FILE: join(folder, file),
      });
      expect(readSettings(from('good'), '/nowhere').JWT_SECRET).toBe(SECRET);
      const message = refusal(from('short'));
      expect(message).toContain('JWT_SECRET');
      expect(message).not.toContain('Zr7pV2xQ9m');
    });
  });
});
