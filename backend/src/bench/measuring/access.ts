import { createHmac } from 'node:crypto';
import type { Client } from 'pg';
import { ACCESS_AUDIENCE, ACCESS_PURPOSE } from '../../auth/access/access-tokens.js';
import { Clock, DAY, SECOND } from '../../platform/clock.js';
import { newId } from '../../platform/ids.js';
import type { Person } from '../making/people.js';

/** What tokens are signed with, and for which installation. */
export interface TokenKeys {
  readonly secret: string;
  readonly installationId: string;
}

const encoded = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Signs a person in without the sign-in, with a token that lasts for the whole run. */
export async function accessFor(client: Client, person: Person, keys: TokenKeys): Promise<string> {
  const clock = new Clock();
  const sessionId = newId();
  await client.query(
    `INSERT INTO sessions (id, user_id, kind, user_agent, ip, created_at, last_used_at, expires_at)
     VALUES ($1, $2, 'api', 'bench', '127.0.0.1', $3, $3, $4)`,
    [sessionId, person.id, clock.now(), clock.in(DAY)],
  );
  const issuedAt = Math.floor(clock.now().getTime() / SECOND);
  const claims = { sid: sessionId, purpose: ACCESS_PURPOSE, iat: issuedAt, exp: issuedAt + DAY / SECOND };
  const about = { aud: ACCESS_AUDIENCE, iss: keys.installationId, sub: person.id };
  const signed = `${encoded({ alg: 'HS256', typ: 'JWT' })}.${encoded({ ...claims, ...about })}`;
  return `${signed}.${createHmac('sha256', keys.secret).update(signed).digest('base64url')}`;
}
