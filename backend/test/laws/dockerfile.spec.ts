import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { dockerIgnorePatterns, isIgnored, trackedFiles } from './dockerfile-context.js';
import { environmentOf, healthCheckOf, instructionsOf, lastStage } from './dockerfile-stages.js';
import { readDockerfile, REPOSITORY, type Stage } from './dockerfile-stages.js';

const DOCKERFILE = readFileSync(join(REPOSITORY, 'backend/Dockerfile'), 'utf8');
const GENERATED = ['shared/dist', 'shared/openapi.json', 'backend/dist', 'frontend/dist'];

type Rule = (stages: readonly Stage[]) => string[];

const asked = (fault: string, isThere: boolean): string[] => (isThere ? [fault] : []);

function sourcesOf(stage: Stage): { from: string | undefined; source: string }[] {
  return [...instructionsOf(stage, 'COPY'), ...instructionsOf(stage, 'ADD')].flatMap(({ words, flags }) =>
    words.slice(0, -1).map((source) => ({ from: flags.from, source })),
  );
}

const reachesImage = (source: string): boolean =>
  trackedFiles().some(
    (file) => (source === '.' || file === source || file.startsWith(`${source}/`)) && !isIgnored(file),
  );

/** Each gives what is wrong, nothing if all is well. */
const RULES: Readonly<Record<string, Rule>> = {
  'it is made in several stages': (stages) => asked('one stage', stages.length < 2),
  'every image is Debian slim with Node 24': (stages) =>
    stages
      .map(({ base }, index) => (stages.slice(0, index).some(({ name }) => name === base) ? null : base))
      .filter((base) => base !== null)
      .filter((base) => !/^node:24(\.\d+){0,2}-(bookworm|trixie)-slim$/.test(base)),
  'what is copied exists': (stages) =>
    stages
      .flatMap(sourcesOf)
      .filter(({ from, source }) => (from === undefined ? !reachesImage(source) : false))
      .map(({ source }) => source),
  'what is copied from a stage comes from an earlier one': (stages) =>
    stages.flatMap((stage, index) =>
      sourcesOf(stage)
        .map(({ from }) => from)
        .filter((from) => from !== undefined && !stages.slice(0, index).some(({ name }) => name === from)),
    ) as string[],
  'no tool is in the image': (stages) => [
    ...sourcesOf(lastStage(stages))
      .filter(({ from, source }) => !isProduct(stages, from, source))
      .map(({ source }) => source),
    ...instructionsOf(lastStage(stages), 'RUN')
      .map(({ text }) => text)
      .filter((text) => /\b(npm|npx|apt|apt-get|curl|wget)\b/.test(text)),
  ],
  'nobody runs it as root': (stages) =>
    asked('root', !/^(?!root|0\b)\w/.test(instructionsOf(lastStage(stages), 'USER').at(-1)?.text ?? '')),
  'its health is asked for with what is in it': (stages) =>
    asked('no health check', healthCheckOf(lastStage(stages))[0] !== 'node'),
  'it is a product that stops when it is asked to': (stages) =>
    asked('the shell form keeps signals to itself', instructionsOf(lastStage(stages), 'CMD')[0]?.words[0] !== 'node'),
  'its memory is limited as npm start limits it': (stages) => {
    const runner = readFileSync(join(REPOSITORY, 'backend/launch/run-app.mjs'), 'utf8');
    const limits = /HEAP_LIMITS = \[(.*)\]/.exec(runner)?.[1]?.match(/--[^']+/g) ?? ['no limits'];
    const words = instructionsOf(lastStage(stages), 'CMD')[0]?.words ?? [];
    return limits.filter((limit) => !words.includes(limit));
  },
  'its data is on a volume': (stages) => {
    const { DATA_DIR } = environmentOf(lastStage(stages));
    return asked('DATA_DIR', !instructionsOf(lastStage(stages), 'VOLUME').some(({ words }) => words[0] === DATA_DIR));
  },
  'it runs as production': (stages) => asked('NODE_ENV', environmentOf(lastStage(stages)).NODE_ENV !== 'production'),
  'no secret is built in': (stages) =>
    stages
      .flatMap(({ instructions }) => instructions)
      .filter(({ keyword, text }) => /^(ENV|ARG)$/.test(keyword) && /SECRET|PASSWORD|TOKEN|DATABASE_URL/.test(text))
      .map(({ text }) => text),
  'its labels are those of the product': (stages) => {
    const product = JSON.parse(readFileSync(join(REPOSITORY, 'package.json'), 'utf8')) as Record<string, string>;
    const { pairs = {} } = instructionsOf(lastStage(stages), 'LABEL')[0] ?? {};
    return ['description', 'version', 'license'].filter(
      (name) => pairs[`org.opencontainers.image.${name.replace('license', 'licenses')}`] !== product[name],
    );
  },
};

/** What the build makes, or the folder of a stage that installs neither tools nor optional packages. */
function isProduct(stages: readonly Stage[], from: string | undefined, source: string): boolean {
  if (from === undefined) return false;
  if (GENERATED.some((path) => source === `/app/${path}`)) return true;
  const installs = instructionsOf(
    stages.find(({ name }) => name === from)!,
    'RUN',
  );
  return installs.length > 0 && installs.every(({ text }) => text.includes('--omit=dev --omit=optional'));
}

/** Rule, what is in the Dockerfile, what stands there instead: each breaks that rule. */
const VIOLATIONS: readonly (readonly [string, string | RegExp, string])[] = [
  ['it is made in several stages', /^[^]*\n(?=FROM node:24-bookworm-slim\nLABEL)/, ''],
  ['every image is Debian slim with Node 24', 'node:24-bookworm-slim\nLABEL', 'node:24-alpine\nLABEL'],
  ['every image is Debian slim with Node 24', 'node:24-bookworm-slim\nLABEL', 'node:latest\nLABEL'],
  ['what is copied exists', 'COPY shared/package.json', 'COPY shared/packages.json'],
  ['what is copied exists', 'COPY shared/package.json', 'COPY backend/test/laws'],
  ['what is copied from a stage comes from an earlier one', '--from=packages', '--from=package'],
  ['no tool is in the image', '--from=packages /app', '--from=build /app'],
  ['no tool is in the image', '--omit=dev', ''],
  ['no tool is in the image', '--from=build /app/backend/dist backend/dist', 'backend backend'],
  ['no tool is in the image', 'RUN install -d', 'RUN apt-get install -y git && install -d'],
  ['nobody runs it as root', 'USER node\n', ''],
  ['nobody runs it as root', 'USER node\n', 'USER 0\n'],
  ['its health is asked for with what is in it', /HEALTHCHECK[^]*?\n {2}CMD \["node"/, 'HEALTHCHECK CMD ["curl"'],
  ['it is a product that stops when it is asked to', /\nCMD \["node".*/, '\nCMD npm start'],
  ['its memory is limited as npm start limits it', '--max-semi-space-size=16', '--max-semi-space-size=64'],
  ['its data is on a volume', 'VOLUME /var/lib/deskhand', 'VOLUME /data'],
  ['it runs as production', 'NODE_ENV=production', 'NODE_ENV=development'],
  ['no secret is built in', 'ENV NODE_ENV', 'ENV JWT_SECRET=0123456789 NODE_ENV'],
  ['its labels are those of the product', /image\.version="[^"]*"/, 'image.version="0.0.9"'],
];

describe('The Dockerfile', () => {
  it.each(Object.keys(RULES))('keeps the rule that %s', (rule) => {
    expect(RULES[rule]!(readDockerfile())).toEqual([]);
  });

  it.each(VIOLATIONS)('would be caught if it broke the rule that %s: %s becomes %j', (rule, present, planted) => {
    const broken = DOCKERFILE.replace(present, planted);
    expect(broken).not.toBe(DOCKERFILE);
    expect(RULES[rule]!(readDockerfile(broken))).not.toEqual([]);
  });

  it('has a planted violation for each rule', () => {
    expect([...new Set(VIOLATIONS.map(([rule]) => rule))].toSorted()).toEqual(Object.keys(RULES).toSorted());
  });
});

describe('The build context', () => {
  it('has no exception, so that what is ignored stays out', () => {
    expect(dockerIgnorePatterns().filter((pattern) => pattern.startsWith('!'))).toEqual([]);
  });

  it.each([
    ...['.git/config', '.env', '.env.local', 'backend/.env', 'docker-compose.override.yml', 'npm-debug.log'],
    ...['node_modules/nx/package.json', 'backend/node_modules/pg/package.json', 'frontend/.angular/cache/x'],
    ...['.data/jwt-secret', '.data-demo/postgres', '.nx/cache/x', 'shared/dist/index.js', 'frontend/coverage/x'],
    ...['frontend/e2e/results/trace.zip', 'backend/test/app/app.ts', 'backend/src/users/users.spec.ts'],
    ...['.demo/postgres/x', 'backend/src/demo.ts', 'backend/src/demo/plan.ts', 'backend/demo/pictures/vpn-client.png'],
    ...['.bench/10000/postgres/x', 'backend/src/bench.ts', 'backend/src/bench/bare/server.ts'],
    ...['backend/src/mail/mailbox/mailbox.process.ts'],
  ])('leaves out %s', (path) => {
    expect(isIgnored(path)).toBe(true);
  });

  it('leaves out whatever git ignores', () => {
    const ignored = readFileSync(join(REPOSITORY, '.gitignore'), 'utf8').split('\n').filter(Boolean);
    const examples = ignored.map((pattern) => pattern.replace('*', 'x').replace(/\/$/, '/x'));
    expect(examples.filter((path) => !isIgnored(path))).toEqual([]);
  });

  it.each(['backend/src/main.ts', 'shared/openapi.json', 'package-lock.json', '.npmrc', 'frontend/public', 'nx.json'])(
    'has %s',
    (path) => {
      expect(isIgnored(path)).toBe(false);
    },
  );
});
