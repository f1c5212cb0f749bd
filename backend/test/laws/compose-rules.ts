import { FILE_SETTINGS, SETTING_NAMES } from '../../src/platform/config/settings.js';
import { type ComposeFile, type Mount, mountsOf, type Service } from './compose-file.js';
import { environmentOf, healthCheckOf, instructionsOf, lastStage, readDockerfile } from './dockerfile-stages.js';

const IMAGE = lastStage(readDockerfile());
const KNOWN: readonly string[] = [...SETTING_NAMES, ...FILE_SETTINGS.map((name) => `${name}_FILE`)];
/** Seconds that the app's running requests get once it is asked to stop. */
const STOP_PATIENCE_S = 8;

type Rule = (compose: ComposeFile) => string[];

const services = ({ services }: ComposeFile): [string, Service][] => Object.entries(services);
const lasting = (compose: ComposeFile): [string, Service][] =>
  services(compose).filter(([, { restart }]) => restart !== 'no');
const names = (found: [string, Service][]): string[] => found.map(([name]) => name);
const fault = (name: string, isThere: boolean): string[] => (isThere ? [name] : []);
const variables = (compose: ComposeFile): [string, string][] =>
  services(compose).flatMap(([, { environment = {} }]) => Object.entries(environment));

function mountOf(compose: ComposeFile, service: Service, path: string): Mount | undefined {
  return mountsOf(service).find(
    ({ volume, target }) => volume in compose.volumes && `${path}/`.startsWith(`${target}/`),
  );
}

/** What the file must mean, beyond being valid; each gives what is wrong, nothing if all is well. */
export const COMPOSE_RULES: Readonly<Record<string, Rule>> = {
  'the file of a secret lies on a volume that its reader cannot write': (compose) =>
    services(compose).flatMap(([name, service]) =>
      Object.entries(service.environment ?? {})
        .filter(([variable]) => variable.endsWith('_FILE'))
        .filter(([, path]) => mountOf(compose, service, path)?.mode !== 'ro')
        .map(([variable]) => `${name}: ${variable}`),
    ),
  'no secret stands in the file': (compose) =>
    variables(compose)
      .filter(([name, value]) => {
        const isSecret = /SECRET|PASSWORD|TOKEN|DATABASE_URL/.test(name) && !name.endsWith('_FILE');
        return isSecret || /:\/\/[^/\s]*:[^/\s]*@/.test(value);
      })
      .map(([name]) => name),
  'the app waits for a database that answers, and the database for its password': ({ services: { app, database } }) => [
    ...fault('app', app.depends_on?.database?.condition !== 'service_healthy'),
    ...fault('database', database.depends_on?.secrets?.condition !== 'service_completed_successfully'),
  ],
  'what lasts is asked how it is': (compose) =>
    names(lasting(compose).filter(([, { build, healthcheck }]) => !healthcheck && !(build && healthCheckOf(IMAGE)[0]))),
  'the app does not run as root': ({ services: { app } }) => {
    const user = app.user ?? instructionsOf(IMAGE, 'USER').at(-1)?.text ?? 'root';
    return fault(user, /^(root|0)\b/.test(user));
  },
  'the database is PostgreSQL 18 with its volume where that keeps its data': (compose) => {
    const { database } = compose.services;
    const mount = mountOf(compose, database, '/var/lib/postgresql');
    return [
      ...fault('image', !/^postgres:18\b/.test(database.image ?? '')),
      ...fault('volume', mount?.target !== '/var/lib/postgresql' || mount.mode !== 'rw'),
    ];
  },
  'what people send is kept on a volume': (compose) => {
    const dataDir = compose.services.app.environment?.DATA_DIR ?? environmentOf(IMAGE).DATA_DIR!;
    return fault(dataDir, mountOf(compose, compose.services.app, dataDir)?.mode !== 'rw');
  },
  'only this host reaches it': (compose) =>
    services(compose)
      .flatMap(([, { ports = [] }]) => ports)
      .filter((port) => !port.startsWith('127.0.0.1:')),
  'the app is given settings that it knows': ({ services: { app } }) =>
    Object.keys(app.environment ?? {}).filter((name) => !KNOWN.includes(name)),
  'what lasts comes back after a crash, and what is done once does not': (compose) => [
    ...names(lasting(compose).filter(([, { restart }]) => restart !== 'unless-stopped')),
    ...fault('secrets', compose.services.secrets.restart !== 'no'),
  ],
  'what lasts gets the time to stop in order': (compose) =>
    names(lasting(compose).filter(([, service]) => !(parseInt(service.stop_grace_period ?? '0') > STOP_PATIENCE_S))),
  'nobody has rights that he does not need': (compose) =>
    names(
      services(compose).filter(
        ([, { cap_drop = [], security_opt = [] }]) =>
          !cap_drop.includes('ALL') || !security_opt.includes('no-new-privileges:true'),
      ),
    ),
  'the app has no rights at all and writes only its data and what passes': ({ services: { app } }) => [
    ...fault('capabilities', (app.cap_add ?? []).length > 0),
    ...fault('read_only', app.read_only !== true),
    ...fault('tmpfs', !app.tmpfs?.some((mount) => mount.startsWith('/tmp'))),
  ],
  'the app has somebody who passes signals on': ({ services: { app } }) => fault('init', app.init !== true),
  'whoever makes the secrets has no network': ({ services: { secrets } }) =>
    fault('network', secrets.network_mode !== 'none'),
  'no log fills the disk': (compose) =>
    names(lasting(compose).filter(([, { logging }]) => logging?.driver !== 'local')),
};
