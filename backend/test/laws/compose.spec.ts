import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { type ComposeFile, readCompose } from './compose-file.js';
import { COMPOSE_RULES } from './compose-rules.js';

const require = createRequire(import.meta.url);
/** The linter of compose files carries the schema of the Compose Specification as that project publishes it. */
const LINTER = dirname(require.resolve('dclint/package.json'));

function validator(): (compose: unknown) => string[] {
  const schema = JSON.parse(readFileSync(join(LINTER, 'schemas/compose.schema.json'), 'utf8')) as object;
  // Its address of the draft is written with https, which is no name that the validator knows.
  const ajv = new Ajv({ allErrors: true, strict: false, validateSchema: false });
  addFormats.default(ajv);
  const validate = ajv.compile({ ...schema, $schema: undefined });
  return (compose) => (validate(compose) ? [] : validate.errors!.map(({ instancePath }) => instancePath));
}

/** A change, as words that say it and as what it does to the parsed file. */
type Plant = readonly [string, (compose: ComposeFile) => void];

const set = (at: object, values: Record<string, unknown>): void => void Object.assign(at, values);

const INVALID: readonly Plant[] = [
  ['an unknown key of the file', (compose) => set(compose, { service: {} })],
  ['an unknown key of a service', ({ services }) => set(services.app, { volume: ['data:/data'] })],
  ['an unknown condition', ({ services }) => (services.app.depends_on!.database!.condition = 'healthy')],
  ['an unknown key of a health check', ({ services }) => set(services.database.healthcheck!, { every: '5s' })],
  ['a health check that is a number', ({ services }) => set(services.database.healthcheck!, { test: 7 })],
  ['a duration that is none', ({ services }) => set(services.database, { stop_grace_period: 60 })],
  ['a capability twice', ({ services }) => (services.app.cap_drop = ['ALL', 'ALL'])],
  ['ports that are no list', ({ services }) => set(services.app, { ports: '3000' })],
  ['a nested environment', ({ services }) => set(services.app.environment!, { PUBLIC_URL: { of: 'x' } })],
];

/** Rule and a change that breaks it. */
const VIOLATIONS: readonly (readonly [string, ...Plant])[] = [
  [
    'the file of a secret lies on a volume that its reader cannot write',
    'a path beside the volume',
    ({ services }) => (services.app.environment!.JWT_SECRET_FILE = '/run/elsewhere/jwt-secret'),
  ],
  [
    'the file of a secret lies on a volume that its reader cannot write',
    'a folder of the host',
    ({ services }) => (services.app.volumes![0] = './secrets:/run/deskhand:ro'),
  ],
  [
    'the file of a secret lies on a volume that its reader cannot write',
    'a volume that is not read-only',
    ({ services }) => (services.database.volumes![0] = 'secrets:/run/deskhand'),
  ],
  [
    'no secret stands in the file',
    'a password',
    ({ services }) => (services.database.environment!.POSTGRES_PASSWORD = 'deskhand'),
  ],
  [
    'no secret stands in the file',
    'a password in an address',
    ({ services }) => (services.app.environment!.PROXY = 'http://deskhand:deskhand@proxy'),
  ],
  [
    'the app waits for a database that answers, and the database for its password',
    'only its start',
    ({ services }) => (services.app.depends_on!.database!.condition = 'service_started'),
  ],
  [
    'the app waits for a database that answers, and the database for its password',
    'nothing',
    ({ services }) => delete services.database.depends_on,
  ],
  ['what lasts is asked how it is', 'no check', ({ services }) => delete services.database.healthcheck],
  ['the app does not run as root', 'root', ({ services }) => (services.app.user = '0:0')],
  [
    'the database is PostgreSQL 18 with its volume where that keeps its data',
    'the place of older ones',
    ({ services }) => (services.database.volumes![1] = 'database:/var/lib/postgresql/data'),
  ],
  [
    'the database is PostgreSQL 18 with its volume where that keeps its data',
    'whatever is newest',
    ({ services }) => (services.database.image = 'postgres:latest'),
  ],
  ['what people send is kept on a volume', 'none', ({ services }) => services.app.volumes!.pop()],
  [
    'what people send is kept on a volume',
    'another folder',
    ({ services }) => (services.app.environment!.DATA_DIR = '/data'),
  ],
  ['only this host reaches it', 'everybody', ({ services }) => (services.app.ports = ['3000:3000'])],
  ['only this host reaches it', 'the database', ({ services }) => (services.database.ports = ['5432:5432'])],
  ['the app is given settings that it knows', 'a slip', ({ services }) => (services.app.environment!.PUBLIC_ULR = 'x')],
  [
    'what lasts comes back after a crash, and what is done once does not',
    'the default',
    ({ services }) => delete services.app.restart,
  ],
  [
    'what lasts comes back after a crash, and what is done once does not',
    'secrets for ever',
    ({ services }) => (services.secrets.restart = 'always'),
  ],
  ['what lasts gets the time to stop in order', 'less', ({ services }) => (services.app.stop_grace_period = '5s')],
  ['nobody has rights that he does not need', 'all', ({ services }) => delete services.secrets.cap_drop],
  ['nobody has rights that he does not need', 'new ones', ({ services }) => (services.app.security_opt = [])],
  [
    'the app has no rights at all and writes only its data and what passes',
    'its image',
    ({ services }) => (services.app.read_only = false),
  ],
  ['the app has somebody who passes signals on', 'nobody', ({ services }) => delete services.app.init],
  ['whoever makes the secrets has no network', 'one', ({ services }) => delete services.secrets.network_mode],
  ['no log fills the disk', 'the default', ({ services }) => delete services.app.logging],
];

function changed(change: (compose: ComposeFile) => unknown): ComposeFile {
  const copy = structuredClone(readCompose());
  change(copy);
  return copy;
}

describe('docker-compose.yml', () => {
  const faultsOf = validator();

  it('is valid by the Compose Specification', () => {
    expect(faultsOf(readCompose())).toEqual([]);
  });

  it.each(INVALID)('would not be valid with %s', (_what, change) => {
    expect(faultsOf(changed(change))).not.toEqual([]);
  });

  it.each(Object.keys(COMPOSE_RULES))('keeps the rule that %s', (rule) => {
    expect(COMPOSE_RULES[rule]!(readCompose())).toEqual([]);
  });

  it.each(VIOLATIONS)('would be caught if it broke the rule that %s: %s', (rule, _what, change) => {
    const broken = changed(change);
    expect(broken).not.toEqual(readCompose());
    expect(COMPOSE_RULES[rule]!(broken)).not.toEqual([]);
  });

  it('has a planted violation for each rule', () => {
    const planted = new Set(VIOLATIONS.map(([rule]) => rule));
    expect([...planted].toSorted()).toEqual(Object.keys(COMPOSE_RULES).toSorted());
  });
});
